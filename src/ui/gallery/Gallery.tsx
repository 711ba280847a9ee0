import { useDeferredValue, useRef, useState, type FormEvent } from "react";
import type { EnvId } from "../../envs";
import { chapters } from "../../lessons";
import { gallery as words } from "../../messages/gallery";
import { fill } from "../../messages/section";
import type { Preset } from "../../scenario/presets";
import { LABS } from "../labs";
import { cards, isChapterFound, isFound } from "./cards";
import { ALL, KINDS, type Filter } from "./filter";
import { ChapterEntry, PresetCard } from "./entries";
import { Labelled, Select } from "./fields";
import styles from "./gallery.module.css";

interface Props {
  /** What is looked for at first, and who is told when that changes. */
  initial?: Filter;
  onFilter?: (filter: Filter) => void;
  /** The lab whose presets are listed first. */
  first?: EnvId;
  /** Whether the chapters of the lecture are listed as well. */
  withChapters?: boolean;
  /** Opens a preset here; without it, links lead to it. */
  onOpen?: (preset: Preset) => void;
}

/** Everything that can be opened, with a search. */
export default function Gallery({ initial = ALL, onFilter, first, withChapters = false, onOpen }: Props) {
  const [filter, setFilter] = useState(initial);
  const deferred = useDeferredValue(filter);
  const search = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const change = (part: Partial<Filter>) => {
    const next = { ...filter, ...part };
    setFilter(next);
    onFilter?.(next);
  };
  const clear = () => {
    change(ALL);
    search.current?.focus();
  };
  const toFirst = (event: FormEvent) => {
    event.preventDefault();
    results.current?.querySelector("a")?.focus();
  };

  const all = cards();
  const isElsewhere = ({ lab }: (typeof all)[number]) => Number(first !== undefined && lab !== first);
  const found = all
    .filter((card) => isFound(card, deferred))
    .toSorted((a, b) => isElsewhere(a) - isElsewhere(b));
  const groups = [...new Set(found.map(({ preset }) => preset.group))];
  const inLecture = withChapters ? chapters.filter((chapter) => isChapterFound(chapter, deferred)) : [];
  const counts = { count: found.length, all: all.length };

  return (
    <>
      <form role="search" className={styles.search} onSubmit={toFirst}>
        <Labelled label={words.search}>
          {(id) => (
            <input
              ref={search}
              id={id}
              type="search"
              value={filter.find}
              placeholder={words.searchHint}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => change({ find: event.target.value })}
            />
          )}
        </Labelled>
        <Select
          label={words.lab}
          all={words.allLabs}
          options={LABS.map(({ id, title }) => [id, title])}
          value={filter.lab}
          onChange={(lab) => change({ lab })}
        />
        <Select
          label={words.kind}
          all={words.allKinds}
          options={KINDS.map((kind) => [kind, words[kind]])}
          value={filter.kind}
          onChange={(kind) => change({ kind })}
        />
        <p role="status" className={`quiet ${styles.count}`}>
          {withChapters
            ? fill(words.foundWithChapters, {
                ...counts,
                chapters: inLecture.length,
                allChapters: chapters.length,
              })
            : fill(words.found, counts)}
        </p>
      </form>
      <div ref={results}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3>{group}</h3>
            <ul className={styles.list}>
              {found
                .filter(({ preset }) => preset.group === group)
                .map((card) => (
                  <PresetCard key={card.preset.id} card={card} onOpen={onOpen} />
                ))}
            </ul>
          </section>
        ))}
        {inLecture.length > 0 && (
          <section className={styles.group}>
            <h3>{words.chapters}</h3>
            <ul className={styles.list}>
              {inLecture.map((chapter) => (
                <ChapterEntry key={chapter.id} chapter={chapter} />
              ))}
            </ul>
          </section>
        )}
        {found.length + inLecture.length === 0 && (
          <p className={styles.none}>
            {words.none}{" "}
            <button type="button" className="primary" onClick={clear}>
              {words.clear}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
