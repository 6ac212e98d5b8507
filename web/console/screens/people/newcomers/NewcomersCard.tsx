// Who is in their first five days and where they stand, with what would help and one tap that makes it a task.
import { App, Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { standings, useGreet, useNewcomers, usePath } from '../../../data/newcomers.ts';
import type { Newcomer } from '../../../data/newcomers.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { useFilters } from '../../../pieces/filters.ts';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useGroupNames } from '../../../pieces/useGroupNames.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

const pageSize = 30;

/** The list of newcomers. */
export function NewcomersCard({ groupId }: { groupId: string | undefined }) {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const stands = standings.find((one) => one === filters.read('stands'));
  const paging = usePaging(filters.key);
  const of = groupId === undefined ? {} : { groupId };
  const newcomers = useNewcomers(communityId, {
    ...of,
    ...(stands ? { stands } : {}),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
    limit: pageSize,
  });
  const now = usePath(communityId, of).data?.now;
  const choices = [
    { value: 'all' as const, label: `${t('newcomers.all')} ${now?.people ?? ''}` },
    ...standings.map((value) => ({
      value,
      label: `${t(`newcomers.standing.${value}`)} ${now ? (now.standings[value] ?? 0) : ''}`,
    })),
  ];
  return (
    <section className="card tblw" aria-label={t('newcomers.list')}>
      <div className="ch round-views">
        <Segmented
          aria-label={t('newcomers.list')}
          value={stands ?? 'all'}
          options={choices}
          onChange={(next) => filters.set({ stands: next === 'all' ? undefined : next })}
        />
      </div>
      <Answer query={newcomers} rows={6}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <ul className="round-people">
                {items.map((one) => (
                  <Row key={`${one.groupId} ${one.identityId}`} one={one} />
                ))}
              </ul>
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : stands === undefined ? (
            <EmptyState kind="nothing" title={t('newcomers.none')} text={t('newcomers.noneText')} />
          ) : (
            <EmptyState
              kind="noMatch"
              title={t('newcomers.noMatch')}
              text={t('newcomers.noMatchText')}
              action={<Button onClick={() => filters.set({ stands: undefined })}>{t('newcomers.showAll')}</Button>}
            />
          )
        }
      </Answer>
    </section>
  );
}

function Row({ one }: { one: Newcomer }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const groupName = useGroupNames(communityId);
  const { personId, identityId, name, pictureId, groupId, joinedAt, stands } = one;
  return (
    <li>
      <Face name={name} seed={identityId} size={30} pictureId={pictureId} />
      <div className="grow">
        <b>{personId === null ? name : <Link to={`/c/${communityId}/people?open=${personId}`}>{name}</Link>}</b>
        <span className="xs c3 round-evidence">
          <span>{when.moment(joinedAt)}</span>
          <span>{groupName(groupId)}</span>
          <Done one={one} />
        </span>
        <span className="s c2">{t(`newcomers.help.${stands}`)}</span>
      </div>
      <Greeting one={one} />
    </li>
  );
}

/** The steps that are done, in their order. */
function Done({ one: { welcomedAt, cardedAt, spokeAt, answeredAt, backOn } }: { one: Newcomer }) {
  const t = useText();
  const done = { welcomed: welcomedAt, carded: cardedAt, spoke: spokeAt, answered: answeredAt, back: backOn };
  return (['welcomed', 'carded', 'spoke', 'answered', 'back'] as const)
    .filter((step) => done[step] !== null)
    .map((step) => <span key={step}>{t('newcomers.done', { step: t(`newcomers.step.${step}`) })}</span>);
}

/** One tap makes a task of it; whoever was greeted, is through or wants to be left alone has no button. */
function Greeting({ one: { identityId, groupId, stands, greetTaskId, isOpen } }: { one: Newcomer }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  const greet = useGreet(communityId);
  if (greetTaskId !== null)
    return (
      <Link className="tag j nw" to={`/c/${communityId}/tasks#${greetTaskId}`}>
        {t('newcomers.greeted')}
      </Link>
    );
  if (stands === 'through' || stands === 'left') return null;
  if (!isOpen) return <span className="tag nw">{t('newcomers.closed')}</span>;
  if (!can('care.greet')) return null;
  const send = () =>
    greet
      .mutateAsync({ identityId, groupId })
      .then(({ fresh }) => message.success(t(fresh ? 'newcomers.made' : 'newcomers.madeBefore')))
      .catch(tellProblem);
  return (
    <Button size="small" loading={greet.isPending} onClick={() => void send()}>
      {t('newcomers.greet')}
    </Button>
  );
}
