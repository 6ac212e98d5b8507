import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { AntdRoot } from '../kit/antd/AntdRoot.tsx';
import { startTexts, useLanguage } from '../kit/i18n.ts';
import { ApiError } from '../kit/problem.ts';
import { startTheme } from '../kit/theme.ts';
import '../kit/tokens.css';
import './console.css';
import { createConsoleRouter } from './routes.tsx';
import { loadConsoleTexts } from './text.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status > 0),
    },
  },
});

function Console({ router }: { router: ReturnType<typeof createConsoleRouter> }) {
  const language = useLanguage();
  return (
    <AntdRoot language={language}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </AntdRoot>
  );
}

startTheme();
await startTexts(loadConsoleTexts);
createRoot(document.getElementById('root')!).render(<Console router={createConsoleRouter()} />);
