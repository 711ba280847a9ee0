import { themeWords } from "../messages/theme";
import { changeSettings, THEMES, useSettings } from "./storage/settings";
import styles from "./ThemeSwitch.module.css";

/** The colours of the page, one of which is on. */
export function ThemeSwitch() {
  const theme = useSettings((settings) => settings.theme);
  return (
    <fieldset className={styles.themes}>
      <legend>{themeWords.theme}</legend>
      {THEMES.map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="theme"
            checked={each === theme}
            onChange={() => changeSettings({ theme: each })}
          />
          {themeWords[each]}
        </label>
      ))}
    </fieldset>
  );
}
