import { useId, useMemo } from "react";
import { algoSpec } from "../../algos";
import type { Scenario } from "../../core/scenario";
import { links as words } from "../../messages/links";
import { fill } from "../../messages/section";
import { encodeLink } from "../../scenario/link";
import { Filled } from "../Filled";
import { withoutClaim } from "../lesson/address";
import { rewriteAddress } from "../rewrite-address";
import { useLab } from "../store";
import { useCopy } from "../use-copy";
import { addressOf } from "./address-of";
import { LONGEST_IN_QR } from "./qr";
import { QrCode } from "./QrCode";
import { shortLink } from "./short-link";
import styles from "./Share.module.css";

const grouped = new Intl.NumberFormat("en");

/** The link to a scenario, its short form where there is one, and the QR code of the shorter of them. */
export function Links({ scenario }: { scenario: Scenario }) {
  const { full, short } = useMemo(
    () => ({ full: encodeLink(scenario), short: shortLink(scenario) }),
    [scenario],
  );
  if (!full.ok) {
    return (
      <section className={styles.part}>
        <h3>{words.link}</h3>
        <p>{full.error}</p>
      </section>
    );
  }
  const best = addressOf(short ?? full.value);
  return (
    <>
      <section className={styles.part}>
        <h3>{words.link}</h3>
        <CopyField label={words.full} hash={full.value} main />
        {short !== undefined && <CopyField label={words.short} hash={short} />}
        <Fingerprint />
      </section>
      <section className={styles.code}>
        <h3>{words.code}</h3>
        {best.length <= LONGEST_IN_QR ? (
          <QrCode text={best} className={styles.qr} />
        ) : (
          <p>{fill(words.tooLong, { count: grouped.format(best.length) })}</p>
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
      <Filled
        text={trains ? words.networksMark : words.tableMark}
        values={{ mark: <span className="numbers">{fingerprint}</span> }}
      />
    </p>
  );
}

interface CopyFieldProps {
  /** With a blank for the count of its characters. */
  label: typeof words.full | typeof words.short;
  hash: string;
  main?: boolean;
}

function CopyField({ label, hash, main = false }: CopyFieldProps) {
  const id = useId();
  const address = addressOf(hash);
  const { field, says, copy } = useCopy(address, words.copied, words.select);
  const copyAndShow = () => {
    rewriteAddress(location.pathname + withoutClaim(location.search) + hash);
    copy();
  };
  return (
    <div>
      <label htmlFor={id}>{fill(label, { count: grouped.format(address.length) })}</label>
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
        <button type="button" className={main ? "primary" : ""} onClick={copyAndShow}>
          {main ? words.copyLink : words.copy}
        </button>
      </div>
      <p className="quiet" role="status">
        {says}
      </p>
    </div>
  );
}
