// The slash in a field of the official voice: what fits it, the keys that walk it, and the script filled for the one who is spoken to.
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { fillScript, useScripts, useSuggestions } from '../../data/scripts.ts';
import type { Script } from '../../data/scripts.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../problems.ts';
import { findScripts, readSlash, replaceSlash } from './script-search.ts';
import { shownScripts } from './ScriptPicker.tsx';

/** Scripts for what is being answered, and what the field does with its keys. */
export function useScriptField(to: Addressed, { text, setText, setScriptId }: Field) {
  const { communityId, can } = useHere();
  const tellProblem = useTellProblem();
  const typed = readSlash(text);
  const all = useScripts(communityId, { enabled: can('scripts.read') && (!to.lazy || typed !== undefined) }).data ?? [];
  const like = useSuggestions(communityId, to.question ?? '').data ?? [];
  const suggested = new Set(like.map(({ id }) => id));
  const ordered = [...like, ...all.filter(({ id }) => !suggested.has(id))];
  const [{ at, closed }, setState] = useState({ at: 0, closed: '' });
  const isOpen = can('scripts.read') && typed !== undefined && closed !== text;
  const fitting = isOpen ? findScripts(ordered, typed) : [];
  const last = Math.min(fitting.length, shownScripts) - 1;
  const walk = (by: number) => setState({ closed, at: Math.max(0, Math.min(last, at + by)) });
  const pick = (script: Script) => {
    const { groupId, identityId } = to;
    fillScript(communityId, script.id, { groupId, ...(identityId ? { identityId } : {}) })
      .then((filled) => {
        setText(isOpen ? replaceSlash(text, filled.text) : text + filled.text);
        setScriptId?.(script.id);
        setState({ at: 0, closed: '' });
      })
      .catch(tellProblem);
  };
  /** True when the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing || event.metaKey || event.ctrlKey) return false;
    const chosen = fitting[Math.min(at, last)];
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      Enter: chosen && (() => pick(chosen)),
      Tab: chosen && (() => pick(chosen)),
      Escape: () => setState({ at: 0, closed: text }),
    };
    const act = acts[event.key];
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  };
  return { isOpen, fitting, suggested, like, all, at: Math.max(0, Math.min(at, last)), pick, onKey };
}

/** Who is spoken to, and where. */
interface Addressed {
  groupId: string;
  /** Whose name is put in; nobody's while the whole group is spoken to. */
  identityId?: string | undefined;
  /** Scripts that are like this come first. */
  question?: string;
  /** The library is asked for with the first slash only. */
  lazy?: boolean;
}

interface Field {
  text: string;
  setText: (text: string) => void;
  setScriptId?: (scriptId: string) => void;
}
