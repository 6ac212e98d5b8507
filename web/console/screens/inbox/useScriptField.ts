// The slash in the field of an answer: what fits it, the keys that walk it, and the script filled for the one who asked.
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Question } from '../../data/inbox.ts';
import { fillScript, useScripts, useSuggestions } from '../../data/scripts.ts';
import type { Script } from '../../data/scripts.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { findScripts, readSlash, replaceSlash } from './script-search.ts';
import { shownScripts } from './ScriptPicker.tsx';

/** Scripts for one question, and what the field does with its keys. */
export function useScriptField(question: Question, { text, setText, setScriptId }: Field) {
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const all = useScripts(communityId).data ?? [];
  const like = useSuggestions(communityId, question.excerpt).data ?? [];
  const suggested = new Set(like.map(({ id }) => id));
  const ordered = [...like, ...all.filter(({ id }) => !suggested.has(id))];
  const typed = readSlash(text);
  const [{ at, closed }, setState] = useState({ at: 0, closed: '' });
  const isOpen = typed !== undefined && closed !== text;
  const fitting = isOpen ? findScripts(ordered, typed) : [];
  const last = Math.min(fitting.length, shownScripts) - 1;
  const walk = (by: number) => setState({ closed, at: Math.max(0, Math.min(last, at + by)) });
  const pick = (script: Script) => {
    const { groupId, askedBy } = question;
    fillScript(communityId, script.id, { groupId, identityId: askedBy.identityId })
      .then((filled) => {
        setText(isOpen ? replaceSlash(text, filled.text) : text + filled.text);
        setScriptId(script.id);
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

interface Field {
  text: string;
  setText: (text: string) => void;
  setScriptId: (scriptId: string) => void;
}
