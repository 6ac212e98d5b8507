import { App, Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { useRemoveSample, useSample } from '../../data/sample.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

/** In the sample community: says that it is one, and removes it with one click. */
export function SampleSection() {
  const t = useText();
  const { communityId, me } = useHere();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const sample = useSample(me.installer).data;
  const remove = useRemoveSample();
  const tellProblem = useTellProblem();
  if (sample?.communityId !== communityId) return null;
  const clear = async () => {
    try {
      await remove.mutateAsync();
      void message.success(t('settings.sampleRemoved'));
      void navigate('/');
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <section className="card cb narrow door-settings sample-section">
      <h2 className="h2">{t('settings.sample')}</h2>
      <p className="s c2">{t('settings.sampleLine')}</p>
      <Popconfirm title={t('settings.sampleSure')} onConfirm={() => void clear()}>
        <Button danger loading={remove.isPending}>
          {t('settings.sampleRemove')}
        </Button>
      </Popconfirm>
    </section>
  );
}
