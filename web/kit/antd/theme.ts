import { theme as antdTheme } from 'antd';
import type { ThemeConfig } from 'antd';

/**
 * Ant Design's theme, read from the custom properties of `tokens.css`: that file is the only place with colours.
 * Called again when the page turns light or dark.
 */
export function readAntdTheme(root: Element, dark: boolean): ThemeConfig {
  const style = getComputedStyle(root);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    // The dark algorithm dims its seeds; ours are already chosen for dark, so they are put back.
    algorithm: [
      dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
      (_seed, map) => ({ ...map!, ...jobColours(read) }),
    ],
    token: { ...colourTokens(read), ...shapeTokens(read) },
    components: componentTokens(read),
  };
}

type Read = (name: string) => string;

function colourTokens(read: Read): ThemeConfig['token'] {
  return {
    ...jobColours(read),
    colorBgLayout: read('paper'),
    colorBgContainer: read('card'),
    colorBgElevated: read('card'),
    colorFillTertiary: read('sunk'),
    colorFillSecondary: read('sunk'),
    colorFillQuaternary: read('hover'),
    controlItemBgHover: read('hover'),
    controlItemBgActive: read('sunk'),
    controlItemBgActiveHover: read('sunk'),
    colorBorder: read('line-2'),
    colorBorderSecondary: read('line'),
    colorSplit: read('line'),
    colorText: read('ink'),
    colorTextSecondary: read('ink-2'),
    colorTextTertiary: read('ink-3'),
    colorTextDescription: read('ink-3'),
    colorTextPlaceholder: read('ink-3'),
    colorTextQuaternary: read('ink-3'),
    colorTextDisabled: read('ink-3'),
  };
}

function jobColours(read: Read) {
  return {
    colorPrimary: read('cinnabar'),
    colorPrimaryHover: read('cinnabar-2'),
    colorPrimaryActive: read('cinnabar-2'),
    colorPrimaryBg: read('t-red'),
    colorPrimaryBgHover: read('t-red'),
    colorPrimaryBorder: read('cinnabar'),
    colorTextLightSolid: read('on-cinnabar'),
    colorError: read('cinnabar'),
    colorErrorHover: read('cinnabar-2'),
    colorErrorText: read('cinnabar'),
    colorErrorBg: read('t-red'),
    colorErrorBorder: read('line'),
    colorWarning: read('amber'),
    colorWarningBg: read('t-amber'),
    colorWarningBorder: read('line'),
    colorSuccess: read('jade'),
    colorSuccessBg: read('t-jade'),
    colorSuccessBorder: read('line'),
    colorInfo: read('indigo'),
    colorInfoBg: read('t-indigo'),
    colorInfoBorder: read('line'),
    colorLink: read('indigo'),
    colorLinkHover: read('indigo'),
    colorLinkActive: read('indigo'),
  };
}

function shapeTokens(read: Read): ThemeConfig['token'] {
  return {
    fontFamily: read('sans'),
    fontSize: 14,
    fontSizeSM: 13,
    lineHeight: 22 / 14,
    borderRadius: 6,
    borderRadiusSM: 4,
    borderRadiusLG: 10,
    controlHeight: 32,
    controlHeightSM: 26,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
    wireframe: false,
    boxShadow: 'none',
    boxShadowTertiary: 'none',
  };
}

function componentTokens(read: Read): ThemeConfig['components'] {
  const flat = { defaultShadow: 'none', primaryShadow: 'none', dangerShadow: 'none' };
  return {
    Button: { ...flat, fontWeight: 400, paddingInline: 14, defaultBg: read('card'), textTextColor: read('ink-2') },
    Table: {
      headerBg: read('card'),
      headerColor: read('ink-3'),
      headerSplitColor: 'transparent',
      rowHoverBg: read('hover'),
      rowSelectedBg: read('hover'),
      rowSelectedHoverBg: read('hover'),
      cellPaddingBlock: 8,
      cellPaddingBlockMD: 7,
      cellPaddingInline: 10,
      cellPaddingInlineMD: 10,
      cellFontSize: 13,
      cellFontSizeMD: 13,
      borderColor: read('line'),
    },
    Tag: { defaultBg: read('sunk'), defaultColor: read('ink-2') },
    Segmented: { trackBg: read('sunk'), itemSelectedBg: read('card'), itemColor: read('ink-2') },
    Tooltip: { colorBgSpotlight: read('ink'), colorTextLightSolid: read('paper') },
    Modal: { titleFontSize: 18 },
    Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 16, labelColor: read('ink') },
    Tabs: { inkBarColor: read('ink'), itemSelectedColor: read('ink'), itemHoverColor: read('ink'), titleFontSize: 13 },
    Steps: { colorPrimary: read('cinnabar') },
    Switch: {
      colorPrimary: read('jade'),
      colorPrimaryHover: read('jade'),
      colorTextQuaternary: read('ink-4'),
      colorTextTertiary: read('ink-3'),
    },
    Checkbox: { colorPrimary: read('ink'), colorPrimaryHover: read('ink'), colorWhite: read('card') },
    Radio: { colorPrimary: read('ink'), colorPrimaryHover: read('ink') },
    Input: { activeBorderColor: read('ink-2'), hoverBorderColor: read('ink-3'), activeShadow: 'none' },
    InputNumber: { activeBorderColor: read('ink-2'), hoverBorderColor: read('ink-3'), activeShadow: 'none' },
    Select: { optionSelectedBg: read('sunk'), activeOutlineColor: 'transparent' },
    Pagination: { itemActiveBg: read('card') },
  };
}
