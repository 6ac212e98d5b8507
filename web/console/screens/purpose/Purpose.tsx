// Why this community exists: the canvas as a page to read, a form to write, the completeness check with its next steps,
// and the log of what is only believed so far.
import { Button } from 'antd';
import { useState } from 'react';
import { useCanvas } from '../../data/purpose.ts';
import type { CanvasState } from '../../data/purpose.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { CommunityNav } from '../../pieces/CommunityNav.tsx';
import { PageHead } from '../../pieces/PageHead.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { Assumptions } from './Assumptions.tsx';
import { CanvasForm } from './CanvasForm.tsx';
import { CanvasPage } from './CanvasPage.tsx';
import { Completeness } from './Completeness.tsx';
import './purpose.css';

/** The purpose of the community. */
export function Purpose() {
  const t = useText();
  const { communityId, can } = useHere();
  const canvas = useCanvas(communityId);
  const [editing, setEditing] = useState(false);
  const actions =
    can('communities.manage') && !editing ? (
      <Button type="primary" onClick={() => setEditing(true)} disabled={!canvas.data}>
        {t('purpose.write')}
      </Button>
    ) : undefined;
  return (
    <>
      <PageHead title={t('groups.title')} nav={<CommunityNav on="purpose" />} actions={actions} />
      <Answer query={canvas} rows={10}>
        {(state) =>
          editing ? <CanvasForm state={state} onClose={() => setEditing(false)} /> : <Reading state={state} />
        }
      </Answer>
    </>
  );
}

function Reading({ state }: { state: CanvasState }) {
  const t = useText();
  const when = useWhen();
  const isDraftNewer = state.adoptedAt === null || JSON.stringify(state.draft) !== JSON.stringify(state.purpose);
  return (
    <div className="purpose">
      <div>
        <p className="s c3" style={{ marginBottom: 8 }}>
          {state.adoptedAt ? t('purpose.adopted', { when: when.day(state.adoptedAt) }) : t('purpose.draftOnly')}
          {state.adoptedAt && isDraftNewer && ` ${t('purpose.draftNewer')}`}
        </p>
        <CanvasPage canvas={state.draft} fit={state.fit} />
      </div>
      <div className="purpose-side">
        <Completeness letters={state.completeness} />
        <Assumptions />
      </div>
    </div>
  );
}
