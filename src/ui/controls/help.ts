import { create } from "zustand";

/** What the control under the pointer or in focus does, for the line that shows it; null: none at hand. */
export const useHelp = create<{ help: string | null }>()(() => ({ help: null }));

/** Handlers for the element around a control: its help is shown while it is at hand. */
export function helpHandlers(help: string) {
  const show = () => useHelp.setState({ help });
  const hide = () => useHelp.setState({ help: null });
  return {
    onPointerEnter: show,
    onPointerLeave: (event: React.PointerEvent) => event.pointerType === "mouse" && hide(),
    onFocus: show,
    onBlur: hide,
  };
}
