import { section } from "./section";

/** What moves the run through time. */
export const transport = section("transport", {
  name: "Run the experiment",
  more: "Speed and stop",
  less: "Less",

  reset: "Reset",
  back: "Back",
  step: "Step",
  run: "Run",
  pause: "Pause",
  stepIs: "A step is",
  position: "Position in the run",
  positionIs: "{at} of {last}",

  speed: "Speed",
  fastest: "as fast as possible",
  fastestShort: "max",
  rate: "{rate} a second",
  rateShort: "{rate}/s",
  realTime: "real time, {rate} a second",
  realTimeShort: "real time",
});
