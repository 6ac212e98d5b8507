import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { isComing, useLoadSample, useSample } from '../../data/sample.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

/** The quiet second choice of the first run: look at a community that is already alive. */
export function SampleChoice() {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sample = useSample(true).data;
  const load = useLoadSample();
  const tellProblem = useTellProblem();
  const [asked, setAsked] = useState(false);
  const communityId = sample?.state === 'ready' ? sample.communityId : null;
  useEffect(() => {
    if (!asked || communityId === null) return;
    void queries.invalidateQueries({ queryKey: ['me'] }).then(() => navigate(`/c/${communityId}`));
  }, [asked, communityId, navigate, queries]);
  if (!sample) return null;
  const look = async () => {
    setAsked(true);
    if (communityId !== null) return;
    try {
      await load.mutateAsync();
    } catch (error) {
      setAsked(false);
      tellProblem(error);
    }
  };
  if (isComing(sample)) {
    const percent = Math.round((100 * sample.done) / sample.days);
    return (
      <div className="found-sample" role="status">
        <span className="sm c2">{t('found.sampleComing', { days: sample.days })}</span>
        <Progress percent={percent} size="small" aria-label={t('found.sample')} />
      </div>
    );
  }
  return (
    <div className="found-sample">
      <span className="sm c3">{t(sample.state === 'failed' ? 'found.sampleFailed' : 'found.sampleLine')}</span>
      <Button loading={load.isPending} onClick={() => void look()}>
        {t('found.sample')}
      </Button>
    </div>
  );
}
