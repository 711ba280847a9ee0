/** The parameter of every algorithm that trains networks by which learning is switched on and off. */
export const LEARNING = "learning";
