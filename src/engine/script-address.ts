/**
 * Where the scripts of the worker come from, to find what lies beside them. Not the worker's own address: in a sandboxed
 * frame the worker is made of text (client-open-worker) and has none.
 */
export const scriptAddress = import.meta.url;
