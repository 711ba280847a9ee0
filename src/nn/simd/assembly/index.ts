export { addRows, product, transpose } from "./products";
export {
  blend,
  blendSquares,
  descend,
  descendScaled,
  relu,
  reluSlope,
  scale,
  sumOfSquares,
  tanh,
  tanhSlope,
} from "./elements";
