import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import './base.css';
import { startTexts } from '../kit/i18n.ts';
import { startTheme } from '../kit/theme.ts';
import { App } from './App.tsx';
import { loadMemberTexts } from './texts.ts';

startTheme();
const place = document.querySelector('#root');
void startTexts(loadMemberTexts).then(() => {
  if (place) createRoot(place).render(<App />);
});
