import { usePageKeys } from "./controls/usePageKeys";
import { Header } from "./Header";
import { LabPage } from "./LabPage";
import { OpenDialog } from "./OpenDialog";
import { Safety } from "./Safety";
import { DropTarget } from "./parts";

export function App() {
  usePageKeys();
  return (
    <Safety>
      <Header />
      <LabPage />
      <DropTarget />
      <OpenDialog />
    </Safety>
  );
}
