import type { ReactNode } from "react";
import type { BackendName, BackendReport } from "../engine/protocol";
import { backendDialog as words } from "../messages/backend-dialog";
import { backends as titles } from "../messages/backends";
import { benchmark } from "../messages/benchmark";
import { plural } from "../messages/plural";
import { fill } from "../messages/section";
import { addressFor, gpuName } from "./backend-words";
import { Dialog } from "./Dialog";
import { Filled } from "./Filled";
import { selfTestRows } from "./self-test-rows";
import { useLab, type LabState } from "./store";
import { useKeeping } from "./storage/training";
import styles from "./Backend.module.css";
import sheet from "./Sheet.module.css";

/** Where networks are computed, why there, and whether it computes right. */
export default function BackendDialog() {
  const backend = useLab((lab) => lab.backend);
  const keeping = useKeeping((state) => state.keeping);
  return (
    <Dialog title={words.title}>
      <Section>
        <p>{backend?.reason ?? words.nowhere}</p>
        <p>{words.here}</p>
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
      <Section title={words.other}>
        <p>
          <Filled
            text={words.otherWhat}
            values={{
              webgpu: <code>?backend=webgpu</code>,
              wasm: <code>?backend=wasm</code>,
              cpu: <code>?backend=cpu</code>,
            }}
          />
        </p>
        <Choices />
      </Section>
      <Section title={words.reload}>
        <p>{words[keeping]}</p>
      </Section>
    </Dialog>
  );
}

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
    <Section title={words.gpu}>
      {adapter ? (
        <dl className={styles.facts}>
          <Fact what={words.name}>
            {name === "webgpu" ? gpuName(adapter) : fill(words.notUsed, { name: gpuName(adapter) })}
          </Fact>
          <Fact what={words.vendor}>{adapter.vendor || words.notTold}</Fact>
          <Fact what={words.architecture}>{adapter.architecture || words.notTold}</Fact>
          <Fact what={words.kind}>{adapter.software ? words.software : words.hardware}</Fact>
        </dl>
      ) : (
        <p>{words.noGpu}</p>
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
  const onGpu = useLab((lab) => lab.backend?.name === "webgpu");
  return (
    <Section title={words.work}>
      <p>{work ? workSays(work, onGpu) : words.noWork}</p>
    </Section>
  );
}

function workSays({ dispatches, readBacks }: NonNullable<LabState["work"]>, onGpu: boolean): string {
  const [count, reads] = [oneDigit.format(dispatches), oneDigit.format(readBacks)];
  const [one, many] = onGpu
    ? [words.programsOneRead, words.programs]
    : [words.operationsOneRead, words.operations];
  return fill(plural(Number(reads), one, many), { count, reads });
}

function SelfTest({ backend }: { backend: BackendReport }) {
  return (
    <Section title={words.test}>
      <p>{fill(words.testWhat, { percent: 100 * backend.selfTest.tolerance })}</p>
      <table className={styles.test}>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.expected}</th>
            <th scope="col">{words.got}</th>
            <th scope="col">{words.right}</th>
          </tr>
        </thead>
        <tbody>
          {selfTestRows(backend).map(({ what, expected, got, ok }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td className="numbers">{expected}</td>
              <td className="numbers">{got}</td>
              <td>{ok ? words.yes : words.no}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Choices() {
  const names = Object.keys(titles) as BackendName[];
  return (
    <ul className={styles.choices}>
      {names.map((name) => (
        <li key={name}>
          <a href={addressFor(name, location)}>{titles[name]}</a>
        </li>
      ))}
      <li>
        <a href={addressFor(null, location)}>{words.best}</a>
      </li>
    </ul>
  );
}
