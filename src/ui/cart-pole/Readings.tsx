import { cartPole as words } from "../../messages/cart-pole";
import { Marked } from "../Marked";
import { useGoal } from "../figure/use-goal";
import { useLab } from "../store";
import { Tex } from "../Tex";
import { readings } from "./readings";
import styles from "./cart-pole.module.css";

/** The numbers of the run: of the first cart, and of the training so far. */
export function Readings() {
  const network = useLab((lab) => lab.run.network);
  const learning = useLab((lab) => lab.scenario.algo.params.learning !== false);
  const goal = useGoal();
  if (!network) return <div className={styles.readings} />;
  return (
    <div className={styles.readings}>
      <dl>
        {readings(network, goal).map(({ name, symbol, value, note }) => (
          <div key={name}>
            <dt>
              {symbol !== undefined && (
                <span aria-hidden="true">
                  <Tex tex={symbol} />{" "}
                </span>
              )}
              {name}
            </dt>
            <dd className={/^[\d−]/.test(value) ? "numbers" : undefined}>{value}</dd>
            {note !== undefined && <dd className={styles.note}>{note}</dd>}
          </div>
        ))}
      </dl>
      {!learning && (
        <p>
          <Marked text={words.onlyTest} />
        </p>
      )}
    </div>
  );
}
