/** Scrolls to the gallery and puts the cursor into its search. False while it is not there. */
export function showGallery(): boolean {
  const section = document.getElementById("presets");
  const search = section?.querySelector<HTMLInputElement>("input[type=search]");
  if (!section || !search) return false;
  section.scrollIntoView();
  search.focus({ preventScroll: true });
  return true;
}
