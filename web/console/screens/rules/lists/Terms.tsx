// The terms of a list, walked page by page: each with what the team has written beside it and its last day; taken off with a way back.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import type { TermList } from '../../../data/rule-lists.ts';
import { useAddTerms, useRemoveTerms, useTerms } from '../../../data/rule-terms.ts';
import type { Term } from '../../../data/rule-terms.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useFilters } from '../../../pieces/filters.ts';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useOffer } from '../../../pieces/useOffer.tsx';
import { useText } from '../../../text.ts';
import { NoteDialog } from './NoteDialog.tsx';

const pageSize = 100;

interface TermsProps {
  list: TermList;
  filter: { q: string; isOver: boolean };
  mayWrite: boolean;
}

/** The terms that fit the filter. */
export function Terms({ list, filter: { q, isOver }, mayWrite }: TermsProps) {
  const { communityId } = useHere();
  const paging = usePaging(`${q} ${isOver}`);
  const terms = useTerms(communityId, list.id, {
    ...(q ? { q } : {}),
    ...(isOver ? { expired: 'true' as const } : {}),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
    limit: pageSize,
  });
  const [chosen, setChosen] = useState<ReadonlyMap<string, Term>>(new Map());
  const [noting, setNoting] = useState<readonly Term[]>();
  const press = (one: Term) => {
    const next = new Map(chosen);
    if (!next.delete(one.term)) next.set(one.term, one);
    setChosen(next);
  };
  const clear = () => setChosen(new Map());
  return (
    <Answer query={terms} rows={4}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <NoTerms q={q} isOver={isOver} />
        ) : (
          <>
            <ul className="term-chips term-lines">
              {items.map((one) => (
                <Line
                  key={one.term}
                  one={one}
                  isChosen={chosen.has(one.term)}
                  onPress={mayWrite ? () => press(one) : undefined}
                  onNote={() => setNoting([one])}
                />
              ))}
            </ul>
            {chosen.size > 0 && <Chosen list={list} chosen={[...chosen.values()]} onNote={setNoting} onDone={clear} />}
            <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            {noting && <NoteDialog list={list} terms={noting} onClose={() => setNoting(undefined)} onKept={clear} />}
          </>
        )
      }
    </Answer>
  );
}

interface LineProps {
  one: Term;
  isChosen: boolean;
  /** Absent for those who may only read. */
  onPress: (() => void) | undefined;
  onNote: () => void;
}

function Line({ one: { term, comment, expires, expired }, isChosen, onPress, onNote }: LineProps) {
  const t = useText();
  const told = (
    <>
      <span className={expired ? 'words over' : 'words'}>{term}</span>
      {expires && (
        <span className={expired ? 'tag a' : 'xs c3 nw'}>
          {t(expired ? 'rules.overSince' : 'rules.until', { when: expires })}
        </span>
      )}
      {comment !== '' && <span className="xs c3 words">{comment}</span>}
    </>
  );
  return (
    <li>
      {onPress ? (
        <>
          <Checkbox checked={isChosen} onChange={onPress}>
            {told}
          </Checkbox>
          <button type="button" className="tb" aria-label={t('rules.noteOf', { term })} onClick={onNote}>
            <Icon name="pen" size={14} />
          </button>
        </>
      ) : (
        <span>{told}</span>
      )}
    </li>
  );
}

function NoTerms({ q, isOver }: TermsProps['filter']) {
  const t = useText();
  const filters = useFilters();
  if (q === '' && !isOver)
    return <EmptyState kind="nothing" title={t('rules.noTerms')} text={t('rules.noTermsText')} />;
  return (
    <EmptyState
      kind="noMatch"
      title={q === '' ? t('rules.noneOver') : t('rules.noTerm', { q })}
      action={<Button onClick={() => filters.set({ q: undefined, expired: undefined })}>{t('groups.clearAll')}</Button>}
    />
  );
}

interface ChosenProps {
  list: TermList;
  chosen: Term[];
  onNote: (terms: readonly Term[]) => void;
  onDone: () => void;
}

function Chosen({ list, chosen, onNote, onDone }: ChosenProps) {
  const t = useText();
  const { communityId } = useHere();
  const { offer } = useOffer();
  const remove = useRemoveTerms(communityId, list.id);
  const add = useAddTerms(communityId, list.id);
  const tellProblem = useTellProblem();
  const back = () => {
    const lines = chosen.map(({ term, comment, expires }) => ({ term, comment, expires }));
    add.mutateAsync({ lines }).catch(tellProblem);
  };
  const send = () =>
    remove
      .mutateAsync(chosen.map(({ term }) => term))
      .then(({ removed }) => {
        offer({
          name: 'terms',
          done: t('rules.termsRemoved', { count: removed }),
          label: t('rules.putBack'),
          act: back,
        });
        onDone();
      })
      .catch(tellProblem);
  return (
    <div className="row wrap batch" role="group" aria-label={t('rules.chosen', { count: chosen.length })}>
      <span className="grow s">{t('rules.chosen', { count: chosen.length })}</span>
      <Button size="small" onClick={onDone}>
        {t('common.cancel')}
      </Button>
      <Button size="small" onClick={() => onNote(chosen)}>
        {t('rules.note')}
      </Button>
      <Button size="small" danger loading={remove.isPending} onClick={() => void send()}>
        {t('rules.takeOff')}
      </Button>
    </div>
  );
}
