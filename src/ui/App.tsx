import { lazy, Suspense } from "react";
import { usePageKeys } from "./controls/usePageKeys";
import { Header } from "./Header";
import { LabPage } from "./LabPage";
import { Notices } from "./Notices";
import { DropTarget } from "./share/DropTarget";
import { useLab } from "./store";

const DIALOGS = {
  presets: lazy(() => import("./Presets")),
  share: lazy(() => import("./share/ShareDialog")),
  keys: lazy(() => import("./KeySheet")),
  about: lazy(() => import("./About")),
};

export function App() {
  usePageKeys();
  return (
    <>
      <Header />
      <LabPage />
      <Notices />
      <DropTarget />
      <OpenDialog />
    </>
  );
}

function OpenDialog() {
  const dialog = useLab((lab) => lab.dialog);
  if (!dialog) return null;
  const Shown = DIALOGS[dialog];
  return (
    <Suspense>
      <Shown />
    </Suspense>
  );
}
