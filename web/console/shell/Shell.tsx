import { Drawer, Skeleton } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { HereContext, useMe } from '../data/session.ts';
import type { Here, Me } from '../data/session.ts';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { ProblemState } from '../pieces/Answer.tsx';
import { useText } from '../text.ts';
import { Home } from './Home.tsx';
import { keepLastCommunity } from './last-community.ts';
import { SideMenu } from './SideMenu.tsx';
import { TopBar } from './TopBar.tsx';
import { TwoFactorGate } from './TwoFactorGate.tsx';
import { useTeamLive } from './useTeamLive.ts';

const slimKey = 'mh-console-slim';

/** The frame of all working screens: menu, top bar, and the community of the address. */
export function Shell() {
  const { communityId = '' } = useParams();
  const location = useLocation();
  const me = useMe();
  if (me.error) return <ProblemState problem={me.error} onRetry={() => void me.refetch()} />;
  if (me.data === undefined) return <Skeleton active className="loading" />;
  if (me.data === null) {
    return <Navigate to={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  if (me.data.communities.length === 0) return <Home />;
  return <Frame me={me.data} communityId={communityId} />;
}

function Frame({ me, communityId }: { me: Me; communityId: string }) {
  const t = useText();
  const [slim, setSlim] = useSlim();
  const [open, setOpen] = useState(false);
  const here = useHereOf(me, communityId);
  useTeamLive(here ? communityId : '');
  useEffect(() => {
    if (here) keepLastCommunity(here.communityId);
  }, [here]);
  return (
    <div className={slim ? 'app slim' : 'app'}>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <SideMenu communityId={communityId} can={here?.can} slim={slim} onFold={() => setSlim(!slim)} />
      <TopBar me={me} here={here} communityId={communityId} onMenu={() => setOpen(true)} />
      <main className="main" id="main" tabIndex={-1}>
        {here ? (
          <HereContext.Provider value={here} key={communityId}>
            <TwoFactorGate>
              <Outlet />
            </TwoFactorGate>
          </HereContext.Provider>
        ) : (
          <EmptyState kind="noMatch" title={t('shell.noCommunity')} text={t('shell.noCommunityText')} />
        )}
      </main>
      <Drawer
        placement="left"
        size={232}
        open={open}
        onClose={() => setOpen(false)}
        closable={false}
        rootClassName="menudrawer"
      >
        <SideMenu communityId={communityId} can={here?.can} slim={false} onNavigate={() => setOpen(false)} />
      </Drawer>
    </div>
  );
}

function useHereOf(me: Me, communityId: string): Here | undefined {
  return useMemo(() => {
    const community = me.communities.find(({ id }) => id === communityId);
    if (!community) return undefined;
    const allowed = new Set(community.permissions);
    const { name, role } = community;
    return { communityId, name, role, me, can: (permission) => allowed.has(permission) };
  }, [me, communityId]);
}

function useSlim(): [boolean, (slim: boolean) => void] {
  const [slim, setSlim] = useState(() => readSlim());
  const keep = (next: boolean) => {
    setSlim(next);
    try {
      localStorage.setItem(slimKey, next ? '1' : '0');
    } catch {
      // Storage is locked: the choice holds for this visit.
    }
  };
  return [slim, keep];
}

function readSlim(): boolean {
  try {
    const kept = localStorage.getItem(slimKey);
    return kept === null ? innerWidth < 1100 : kept === '1';
  } catch {
    return false;
  }
}
