import { useId, useMemo, useRef, useState } from "react";
import { algoSpec } from "../../algos";
import type { Scenario } from "../../core/scenario";
import { encodeLink } from "../../scenario/link";
import { rewriteAddress } from "../rewrite-address";
import { useLab } from "../store";
import { addressOf } from "./address-of";
import { copied } from "./copied";
import { LONGEST_IN_QR } from "./qr";
import { QrCode } from "./QrCode";
import { shortLink } from "./short-link";
import styles from "./Share.module.css";

/** The link to a scenario, its short form where there is one, and the QR code of the shorter of them. */
export function Links({ scenario }: { scenario: Scenario }) {
  const { full, short } = useMemo(
    () => ({ full: encodeLink(scenario), short: shortLink(scenario) }),
    [scenario],
  );
  if (!full.ok) {
    return (
      <section className={styles.part}>
        <h3>Link</h3>
        <p>{full.error}</p>
      </section>
    );
  }
  const best = addressOf(short ?? full.value);
  return (
    <>
      <section className={styles.part}>
        <h3>Link</h3>
        <CopyField label="Everything: world, parameters, seed, view, pause point" hash={full.value} main />
        {short !== undefined && <CopyField label="By name: the same run, without the view" hash={short} />}
        <Fingerprint />
      </section>
      <section className={styles.code}>
        <h3>QR code</h3>
        {best.length <= LONGEST_IN_QR ? (
          <QrCode text={best} className={styles.qr} />
        ) : (
          <p>
            The link has {best.length.toLocaleString("en")} characters: its code would be too fine to scan.
            Save a file instead.
          </p>
        )}
      </section>
    </>
  );
}

/** What two people compare to see that they have the same run. */
function Fingerprint() {
  const fingerprint = useLab((lab) => lab.run.fingerprint);
  const trains = useLab((lab) => algoSpec(lab.scenario.algo.id)?.network !== undefined);
  return fingerprint === null ? null : (
    <p className="quiet">
      Fingerprint of the {trains ? "networks" : "table"}: <span className="numbers">{fingerprint}</span>.
      Whoever opens the link {trains && "on the same kind of device "}sees the same.
    </p>
  );
}

function CopyField({ label, hash, main = false }: { label: string; hash: string; main?: boolean }) {
  const [says, setSays] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const address = addressOf(hash);
  const copy = async () => {
    rewriteAddress(hash);
    setSays(
      (await copied(address, field.current)) ? "Copied." : "Select the link and copy it: Ctrl+C or ⌘C.",
    );
  };
  return (
    <div>
      <label htmlFor={id}>{`${label} (${address.length.toLocaleString("en")} characters)`}</label>
      <div className={styles.row}>
        <input
          ref={field}
          id={id}
          type="text"
          readOnly
          className={`numbers ${styles.link}`}
          value={address}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className={main ? "primary" : ""} onClick={() => void copy()}>
          Copy{main ? " link" : ""}
        </button>
      </div>
      <p className="quiet" role="status">
        {says}
      </p>
    </div>
  );
}
