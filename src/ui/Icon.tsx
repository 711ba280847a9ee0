const PATHS = {
  reset: "M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3",
  back: "M11 3 5 8l6 5zM3.5 3v10",
  step: "M5 3l6 5-6 5zM12.5 3v10",
  run: "M4 3l9 5-9 5z",
  pause: "M5 3v10M11 3v10",
  down: "M4 6l4 4 4-4",
  up: "M4 10l4-4 4 4",
  check: "M3 8.5l3.5 3.5L13 4.5",
} as const;

/** A small mark beside a word; never in place of one. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill={name === "run" || name === "step" || name === "back" ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
