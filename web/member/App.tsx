import { Component, lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { toApiError } from '../kit/problem.ts';
import { JoinPage } from './join/JoinPage.tsx';
import { NotHerePage, ProblemPage, Waiting } from './Notice.tsx';
import { readAddress, useAddress } from './router.tsx';

// Only the door comes with the first file; everybody else has been here before and has the rest in the cache.
const ChatPage = lazy(async () => ({ default: (await import('./chat/ChatPage.tsx')).ChatPage }));
const SearchPage = lazy(async () => ({ default: (await import('./chat/SearchPage.tsx')).SearchPage }));
const HomePage = lazy(async () => ({ default: (await import('./home/HomePage.tsx')).HomePage }));
const CheckInPage = lazy(async () => ({ default: (await import('./check-in/CheckInPage.tsx')).CheckInPage }));
const RulesPage = lazy(async () => ({ default: (await import('./rules/RulesPage.tsx')).RulesPage }));
const CasesPage = lazy(async () => ({ default: (await import('./cases/CasesPage.tsx')).CasesPage }));
const ReportsPage = lazy(async () => ({ default: (await import('./reports/ReportsPage.tsx')).ReportsPage }));
const PeoplePage = lazy(async () => ({ default: (await import('./people/PeoplePage.tsx')).PeoplePage }));
const MeetPage = lazy(async () => ({ default: (await import('./people/MeetPage.tsx')).MeetPage }));
const BoardPage = lazy(async () => ({ default: (await import('./people/BoardPage.tsx')).BoardPage }));
const SeedPage = lazy(async () => ({ default: (await import('./seeds/SeedPage.tsx')).SeedPage }));
const PointsPage = lazy(async () => ({ default: (await import('./points/PointsPage.tsx')).PointsPage }));
const MePage = lazy(async () => ({ default: (await import('./me/MePage.tsx')).MePage }));
const GroupsPage = lazy(async () => ({ default: (await import('./groups/GroupsPage.tsx')).GroupsPage }));
const MovePage = lazy(async () => ({ default: (await import('./move/MovePage.tsx')).MovePage }));

/** The members' app: one screen by address. */
export function App(): ReactElement {
  const address = useAddress();
  return (
    <Catch key={address}>
      <Suspense fallback={<Waiting />}>
        <CurrentScreen address={address} />
      </Suspense>
    </Catch>
  );
}

function CurrentScreen({ address }: { address: string }): ReactElement {
  const screen = readAddress(address);
  switch (screen.name) {
    case 'join':
      return <JoinPage key={screen.code} code={screen.code} />;
    case 'chat':
      return <ChatPage key={screen.groupId} groupId={screen.groupId} around={screen.around} />;
    case 'search':
      return <SearchPage groupId={screen.groupId} />;
    case 'home':
      return <HomePage groupId={screen.groupId} />;
    case 'check-in':
      return <CheckInPage key={screen.groupId} groupId={screen.groupId} />;
    case 'rules':
      return <RulesPage groupId={screen.groupId} />;
    case 'cases':
      return <CasesPage place={{ groupId: screen.groupId }} />;
    case 'reports':
      return <ReportsPage groupId={screen.groupId} />;
    case 'people':
      return <PeoplePage groupId={screen.groupId} />;
    case 'meet':
      return <MeetPage groupId={screen.groupId} />;
    case 'board':
      return <BoardPage groupId={screen.groupId} />;
    case 'seed':
      return <SeedPage groupId={screen.groupId} />;
    case 'points':
      return <PointsPage groupId={screen.groupId} />;
    case 'my-cases':
      return <CasesPage place={{ communityId: screen.communityId }} />;
    case 'me':
      return <MePage groupId={screen.groupId} />;
    case 'groups':
      return <GroupsPage />;
    case 'move':
      return <MovePage code={screen.code} />;
    case 'unknown':
      return <NotHerePage />;
  }
}

/** Shows a page of words instead of a white one when a screen breaks or a part of the app cannot be loaded. */
class Catch extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <ProblemPage error={toApiError(this.state.error)} retry={() => location.reload()} />;
  }
}
