// How good the team's answers are: what askers say under them, the answers drawn for a second look, and what others say of mine.
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useHere } from '../../data/session.ts';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { useText } from '../../text.ts';
import { TalkNav } from '../talk/GroupRail.tsx';
import { OwnReviews } from './OwnReviews.tsx';
import { QualityDialog } from './QualityDialog.tsx';
import { Reviewers } from './Reviewers.tsx';
import { Sample } from './Sample.tsx';
import { WhatAskersSay } from './WhatAskersSay.tsx';
import './answers.css';

const views = ['said', 'sample', 'own'] as const;

/** Answer quality. */
export function Answers() {
  const t = useText();
  const { can } = useHere();
  const filters = useFilters();
  const [isOpen, setOpen] = useState(false);
  const shown = can('desk.answer') ? views : (['said'] as const);
  const view = shown.find((one) => one === filters.read('view')) ?? 'said';
  return (
    <>
      <PageHead
        title={t('answers.title')}
        nav={<TalkNav on="answers" />}
        actions={
          can('desk.manage') && (
            <Button icon={<Icon name="sliders" size={16} />} onClick={() => setOpen(true)}>
              {t('answers.settings')}
            </Button>
          )
        }
      />
      {shown.length > 1 && (
        <div className="fb">
          <Segmented
            aria-label={t('answers.title')}
            value={view}
            options={shown.map((value) => ({ value, label: t(`answers.view.${value}`) }))}
            onChange={(next) =>
              filters.set({ view: next === 'said' ? undefined : next, part: undefined, week: undefined })
            }
          />
        </div>
      )}
      <div className="answers">
        {view === 'said' && <WhatAskersSay />}
        {view === 'sample' && (
          <>
            <Sample />
            <Reviewers />
          </>
        )}
        {view === 'own' && <OwnReviews />}
      </div>
      {isOpen && <QualityDialog onClose={() => setOpen(false)} />}
    </>
  );
}
