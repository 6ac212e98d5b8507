/** The words of the pages as people read them, so that a journey still finds its way when somebody finds a better word. */
import consoleWords from '../../web/locales/zh-CN/console.json' with { type: 'json' };
import memberWords from '../../web/locales/zh-CN/member.json' with { type: 'json' };

/** Words of the console. */
export const inConsole = consoleWords;

/** Words of the members' app. */
export const inMember = memberWords;

/** A text with its placeholders filled. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A text with placeholders as a pattern: anything may stand in their place. */
export function patternOf(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
