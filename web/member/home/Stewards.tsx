import type { ReactElement } from 'react';
import { answerOf, api } from '../../kit/api.ts';
import { Link } from '../router.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';

interface Card {
  name: string;
  asks: string;
  hours: string;
}

async function listStewards(groupId: string): Promise<Card[]> {
  return (await answerOf(api.GET('/api/member/groups/{groupId}/stewards', { params: { path: { groupId } } }))).cards;
}

/** Whom of the team one may ask for what; nothing where nobody shows a card, and it keeps nobody from the rest of the page. */
export function Stewards({ groupId }: { groupId: string }): ReactElement | null {
  const t = useT();
  const { data } = useLoad(`stewards ${groupId}`, () => listStewards(groupId));
  if (!data || data.length === 0) return null;
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:home.stewards')}</h2>
        <Link className="link s" to={`/g/${groupId}`}>
          {t('member:home.askThere')}
        </Link>
      </div>
      <ul className="card stewards">
        {data.map(({ name, asks, hours }) => (
          <li key={`${name} ${asks}`}>
            <b>{name}</b>
            <p className="s">{asks}</p>
            {hours ? <p className="xs c3">{hours}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
