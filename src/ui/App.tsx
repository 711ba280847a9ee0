import { usePageKeys } from "./controls/usePageKeys";
import { Header } from "./Header";
import { LabPage } from "./LabPage";
import { useMode } from "./mode-state";
import { OpenDialog } from "./OpenDialog";
import { Safety } from "./Safety";
import { DropTarget, EmbedPage } from "./parts";
import { Hall } from "./present/Hall";

/** The dialogs that do not lead to other experiments. */
const IN_A_FRAME = ["code", "keys", "backend"] as const;

export function App() {
  usePageKeys();
  const mode = useMode((state) => state.mode);
  if (mode === "embed") {
    return (
      <Safety>
        <EmbedPage Lab={LabPage} />
        <OpenDialog names={IN_A_FRAME} />
      </Safety>
    );
  }
  return (
    <Safety>
      {mode === "present" ? (
        <Hall />
      ) : (
        <>
          <Header />
          <LabPage />
        </>
      )}
      <DropTarget />
      <OpenDialog />
    </Safety>
  );
}
