// The cards that the team shows to members: mine with a picture of how it looks on a phone, and those of the others.
import { App, Button, Form, Input, Popconfirm, Switch } from 'antd';
import { useChangeCard, useOwnCard, useShownCards } from '../../data/team.ts';
import type { PublicCard } from '../../data/team.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { PhoneFrame } from '../../pieces/PhonePreview.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

/** My card, and what members see of the team. */
export function PublicCards() {
  const { communityId, can } = useHere();
  const isOfTeam = can('tasks.do');
  const own = useOwnCard(communityId, isOfTeam);
  const t = useText();
  return (
    <section className="card" aria-label={t('publicCard.title')}>
      <div className="ch">
        <h2>{t('publicCard.title')}</h2>
        <span className="cnt">{t('publicCard.sub')}</span>
      </div>
      {isOfTeam && <Answer query={own}>{(card) => <OwnCard card={card} />}</Answer>}
      <ShownCards />
    </section>
  );
}

function OwnCard({ card }: { card: PublicCard }) {
  const t = useText();
  const { communityId } = useHere();
  const [form] = Form.useForm<PublicCard>();
  const now = { ...card, ...Form.useWatch([], form) };
  const change = useChangeCard(communityId);
  const tellProblem = useTellProblem();
  const { message } = App.useApp();
  const finish = async (words: PublicCard) => {
    try {
      await change.mutateAsync({ how: 'write', card: words });
      void message.success(t(words.isShown ? 'publicCard.shown' : 'publicCard.kept'));
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <div className="public-card cb">
      <Form form={form} layout="vertical" initialValues={card} onFinish={(words) => void finish(words)}>
        <Form.Item name="name" label={t('publicCard.name')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="asks" label={t('publicCard.asks')} extra={t('publicCard.asksText')}>
          <Input.TextArea maxLength={120} autoSize={{ minRows: 2, maxRows: 4 }} />
        </Form.Item>
        <Form.Item name="hours" label={t('publicCard.hours')}>
          <Input maxLength={60} placeholder={t('publicCard.hoursExample')} />
        </Form.Item>
        <Form.Item name="isShown" label={t('publicCard.show')} valuePropName="checked" extra={t('publicCard.showText')}>
          <Switch />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('common.save')}
        </Button>
      </Form>
      <PhoneFrame
        label={t('publicCard.preview')}
        title={t('publicCard.heading')}
        line={t(now.isShown ? 'publicCard.lineShown' : 'publicCard.lineHidden')}
        caption={t('publicCard.caption')}
      >
        <div>
          <b>{now.name || t('publicCard.name')}</b>
          <p>{now.asks || t('publicCard.asksText')}</p>
          {now.hours && <span className="xs c3">{now.hours}</span>}
        </div>
      </PhoneFrame>
    </div>
  );
}

function ShownCards() {
  const t = useText();
  const { communityId, can } = useHere();
  const shown = useShownCards(communityId);
  const change = useChangeCard(communityId);
  const tellProblem = useTellProblem();
  return (
    <Answer query={shown} rows={2}>
      {({ cards }) =>
        cards.length === 0 ? (
          <p className="cb c3">{t('publicCard.none')}</p>
        ) : (
          <div className="cb">
            <h3 className="s c2">{t('publicCard.seen')}</h3>
            <ul className="people-list">
              {cards.map(({ userId, name, asks, hours }) => (
                <li key={userId}>
                  <div className="grow">
                    <div>
                      <b>{name}</b> {asks}
                    </div>
                    <div className="xs c3">{hours}</div>
                  </div>
                  {can('team.manage') && (
                    <Popconfirm
                      title={t('publicCard.hideAsk', { name })}
                      okText={t('publicCard.hide')}
                      onConfirm={() => change.mutateAsync({ how: 'hide', userId }).catch(tellProblem)}
                    >
                      <Button size="small">{t('publicCard.hide')}</Button>
                    </Popconfirm>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </Answer>
  );
}
