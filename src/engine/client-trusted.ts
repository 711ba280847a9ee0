/** What a browser with Trusted Types lets be a script's address. The DOM's types take it for a string. */
interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** Only this site's own files become a worker, whoever asks; where the page has no origin, also what it made itself. */
const rules: ScriptPolicy = {
  createScriptURL(url) {
    const { origin } = new URL(url, location.href);
    const isMadeHere = globalThis.origin === "null" && url.startsWith("blob:null/");
    if (origin !== location.origin && !isMadeHere) throw new TypeError(`${url} is not ours.`);
    return url;
  },
};

/** The address of a script as a worker may be started from it. The policy's name is in the site's security policy. */
export function trustedScript(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy("bellman-scripts", rules);
  return policy.createScriptURL(url);
}
