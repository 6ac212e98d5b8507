import { playbookSection } from '../communities/index.ts';
import { changePointsSettings, getPointsSettings, pointsSettings, type PointsSettings } from './settings.ts';

const usual = JSON.stringify(pointsSettings.schema.parse({}));

/** The section `points` of a playbook: rules, caps, gifts. Where a team has decided something already, everything stays. */
export const pointsSection = playbookSection<PointsSettings>({
  name: 'points',
  schema: pointsSettings.schema,
  export: async (ctx, communityId) => {
    const settings = await getPointsSettings(ctx, communityId);
    return JSON.stringify(settings) === usual ? undefined : settings;
  },
  plan: async (ctx, communityId) => {
    const isUsual = JSON.stringify(await getPointsSettings(ctx, communityId)) === usual;
    return [
      isUsual
        ? { action: 'change', text: ctx.t('points:playbook.change') }
        : { action: 'keep', text: ctx.t('points:playbook.keep') },
    ];
  },
  apply: async (ctx, communityId, value) => {
    if (JSON.stringify(await getPointsSettings(ctx, communityId)) === usual)
      await changePointsSettings(ctx, communityId, value);
  },
});
