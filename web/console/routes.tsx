import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import type { RouteObject } from 'react-router';
import { Shell } from './shell/Shell.tsx';
import { Home } from './shell/Home.tsx';
import { RouteFailure } from './shell/RouteFailure.tsx';

/** The screens of the console; each is loaded when it is first opened. */
export function createConsoleRouter() {
  return createBrowserRouter([
    {
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <></>,
      children: [
        { index: true, element: <Home /> },
        screen('sign-in', async () => (await import('./screens/door/SignIn.tsx')).SignIn),
        screen('setup', async () => (await import('./screens/door/Setup.tsx')).Setup),
        screen('forgotten', async () => (await import('./screens/door/Forgotten.tsx')).Forgotten),
        screen('password', async () => (await import('./screens/door/NewPassword.tsx')).NewPassword),
        screen('invite/:code', async () => (await import('./screens/door/Invitation.tsx')).Invitation),
        screen('found', async () => (await import('./screens/found/Found.tsx')).Found),
        { path: 'c/:communityId', element: <Shell />, children: communityScreens },
        { path: '*', element: <RouteFailure /> },
      ],
    },
  ]);
}

const communityScreens: RouteObject[] = [
  { index: true, element: <Navigate to="today" replace /> },
  screen('today', async () => (await import('./screens/today/Today.tsx')).Today),
  screen('alarms', async () => (await import('./screens/alarms/Alarms.tsx')).Alarms),
  screen('inbox/:groupId?', async () => (await import('./screens/inbox/Inbox.tsx')).Inbox),
  screen('groups', async () => (await import('./screens/groups/Groups.tsx')).Groups),
  screen('groups/new', async () => (await import('./screens/groups/NewGroup.tsx')).NewGroup),
  screen('groups/:groupId', async () => (await import('./screens/talk/Talk.tsx')).Talk),
  screen('purpose', async () => (await import('./screens/purpose/Purpose.tsx')).Purpose),
  screen('entrances', async () => (await import('./screens/entrances/Entrances.tsx')).Entrances),
  screen('playbook', async () => (await import('./screens/playbook/Playbook.tsx')).Playbook),
  screen('people', async () => (await import('./screens/people/People.tsx')).People),
  screen('people/care', async () => (await import('./screens/people/care/Care.tsx')).Care),
  screen('people/newcomers', async () => (await import('./screens/people/newcomers/Newcomers.tsx')).Newcomers),
  screen('people/exchange', async () => (await import('./screens/people/exchange/Exchange.tsx')).Exchange),
  screen('people/points', async () => (await import('./screens/people/points/Points.tsx')).Points),
  screen('people/seeds', async () => (await import('./screens/people/seeds/Seeds.tsx')).Seeds),
  screen('people/guests', async () => (await import('./screens/people/guests/Guests.tsx')).Guests),
  screen('people/sorting', async () => (await import('./screens/people/sorting/Sorting.tsx')).Sorting),
  screen('people/rounds', async () => (await import('./screens/people/rounds/Rounds.tsx')).Rounds),
  screen('people/rounds/:roundId', async () => (await import('./screens/people/rounds/RoundPage.tsx')).RoundPage),
  // Earlier links to the list of groups to talk in.
  { path: 'talk', element: <Navigate to="../inbox?filter=all" replace relative="path" /> },
  { path: 'rules', element: <Navigate to="cases" replace /> },
  screen('rules/cases/:caseId?', async () => (await import('./screens/rules/cases/Cases.tsx')).Cases),
  screen('rules/text', async () => (await import('./screens/rules/text/Text.tsx')).Text),
  screen('rules/lists/:listId?', async () => (await import('./screens/rules/lists/Lists.tsx')).Lists),
  screen('rules/waves', async () => (await import('./screens/rules/waves/Waves.tsx')).Waves),
  screen('rules/waves/:waveId', async () => (await import('./screens/rules/waves/WavePage.tsx')).WavePage),
  screen('rules/quality', async () => (await import('./screens/rules/quality/Quality.tsx')).Quality),
  screen('rules/promotions', async () => (await import('./screens/rules/promotions/Promotions.tsx')).Promotions),
  screen('rules/settings', async () => (await import('./screens/rules/settings/Settings.tsx')).RulesSettings),
  screen('programs', async () => (await import('./screens/programs/Programs.tsx')).Programs),
  screen('programs/new', async () => (await import('./screens/programs/ProgramForm.tsx')).NewProgram),
  screen('programs/welcome', async () => (await import('./screens/programs/Welcome.tsx')).Welcome),
  screen('programs/:programId', async () => (await import('./screens/programs/ProgramPage.tsx')).ProgramPage),
  screen('programs/:programId/edit', async () => (await import('./screens/programs/ProgramForm.tsx')).EditProgram),
  screen('search', async () => (await import('./screens/search/Search.tsx')).Search),
  screen('response', async () => (await import('./screens/response/Response.tsx')).Response),
  screen('answers', async () => (await import('./screens/answers/Answers.tsx')).Answers),
  screen('scripts', async () => (await import('./screens/scripts/Scripts.tsx')).Scripts),
  screen('tasks', async () => (await import('./screens/tasks/Tasks.tsx')).Tasks),
  screen('settings/:section?', async () => (await import('./screens/settings/Settings.tsx')).Settings),
];

function screen(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}
