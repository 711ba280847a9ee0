import type { ResourceHost } from "./resources";

/** For tests: a place where nothing can be fetched. */
export const NO_RESOURCES: ResourceHost = {
  fetchDigits: () => Promise.reject(new Error("There are no digits here.")),
  fetchWeights: () => Promise.reject(new Error("There are no shipped weights here.")),
};
