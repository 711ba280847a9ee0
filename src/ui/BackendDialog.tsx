import type { ReactNode } from "react";
import type { BackendName, BackendReport } from "../engine/protocol";
import { benchmark } from "../messages/benchmark";
import { addressFor, BACKENDS, gpuName, selfTestRows } from "./backend-words";
import { Dialog } from "./Dialog";
import { useLab } from "./store";
import { useKeeping } from "./storage/training";
import type { Keeping } from "./storage/training-keeper";
import styles from "./Backend.module.css";
import sheet from "./Sheet.module.css";

/** Where networks are computed, why there, and whether it computes right. */
export default function BackendDialog() {
  const backend = useLab((lab) => lab.backend);
  const keeping = useKeeping((state) => state.keeping);
  return (
    <Dialog title="Where networks are computed">
      <Section>
        <p>{backend?.reason ?? "Nowhere yet: no network is trained."}</p>
        <p>
          All of it happens on this machine, in the background of this page. Nothing of it is sent anywhere.
        </p>
      </Section>
      {backend && <Gpu backend={backend} />}
      <Work />
      {backend && <SelfTest backend={backend} />}
      <Section title={benchmark.title}>
        <p>
          <button type="button" onClick={() => useLab.setState({ dialog: "benchmark" })}>
            {benchmark.begin}
          </button>
        </p>
      </Section>
      <Section title="Use another">
        <p>
          The address of the page can ask for one: <code>?backend=webgpu</code>, <code>?backend=wasm</code> or{" "}
          <code>?backend=cpu</code>, before the #. The same seed begins with the same network on each; they
          round differently, so in time training takes another course.
        </p>
        <Choices />
      </Section>
      <Section title="After a reload">
        <p>{KEEPING[keeping]}</p>
      </Section>
    </Dialog>
  );
}

const KEEPING: Readonly<Record<Keeping, string>> = {
  untried:
    "Training is kept in this browser every five seconds and at each pause, so that it can go on after a reload.",
  kept: "This training is kept in this browser, every five seconds and at each pause. A reload goes on from there.",
  refused: "This browser does not let the page keep training: a reload does it again from the start.",
};

function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={sheet.section}>
      {title !== undefined && <h3>{title}</h3>}
      {children}
    </section>
  );
}

function Gpu({ backend: { adapter, name } }: { backend: BackendReport }) {
  return (
    <Section title="Graphics processor">
      {adapter ? (
        <dl className={styles.facts}>
          <Fact what="Name">
            {gpuName(adapter)}
            {name === "webgpu" ? "" : " (not used)"}
          </Fact>
          <Fact what="Vendor">{adapter.vendor || "not told"}</Fact>
          <Fact what="Architecture">{adapter.architecture || "not told"}</Fact>
          <Fact what="Kind">{adapter.software ? "software: correct, but slow" : "hardware"}</Fact>
        </dl>
      ) : (
        <p>None is used.</p>
      )}
    </Section>
  );
}

function Fact({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const oneDigit = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

function Work() {
  const work = useLab((lab) => lab.work);
  const programs = useLab((lab) => (lab.backend?.name === "webgpu" ? "GPU programs" : "operations"));
  return (
    <Section title="One gradient step">
      <p>
        {work
          ? `${oneDigit.format(work.dispatches)} ${programs} and ${oneDigit.format(work.readBacks)} ${oneDigit.format(work.readBacks) === "1" ? "read-back" : "read-backs"}, with what acting, tests and pictures needed meanwhile.`
          : "Run some updates to see what one takes."}
      </p>
    </Section>
  );
}

function SelfTest({ backend }: { backend: BackendReport }) {
  return (
    <Section title="Self-test">
      <p>
        Before anything is trained, four updates of a small network and three of a recurrent one are computed
        and compared with double precision. They may differ by {100 * backend.selfTest.tolerance} %.
      </p>
      <table className={styles.test}>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Expected</th>
            <th scope="col">Here</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody>
          {selfTestRows(backend).map(({ what, expected, got, ok }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td className="numbers">{expected}</td>
              <td className="numbers">{got}</td>
              <td>{ok ? "yes" : "no"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Choices() {
  const names = Object.keys(BACKENDS) as BackendName[];
  return (
    <ul className={styles.choices}>
      {names.map((name) => (
        <li key={name}>
          <a href={addressFor(name, location)}>{BACKENDS[name].title}</a>
        </li>
      ))}
      <li>
        <a href={addressFor(null, location)}>The best there is</a>
      </li>
    </ul>
  );
}
