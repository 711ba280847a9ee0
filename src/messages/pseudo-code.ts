import { section } from "./section";

/** Beside the algorithm's lines. */
export const pseudoCode = section("pseudoCode", { showCode: "Show me the code" });
