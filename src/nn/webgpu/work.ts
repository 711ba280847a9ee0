/** Dispatches of our own kernels, and copies brought back from the GPU, by all networks of this thread. */
export const gpuWork = { dispatches: 0, reads: 0 };
