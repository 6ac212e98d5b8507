/** Greek, Cyrillic, Armenian, phonetic, Cherokee, Canadian and other letters and signs, and the Latin ones that they look like. */
const lookAlikes = readLookAlikes([
  ['αβγεηικνορτυχω', 'abyenikvoptuxw'],
  ['авекмнорстухіјѕԁԛԝѵһӏшщяьԍҽњҡҝүұғԃ', 'abekmhopctyxijsdqwvhlwwrbgehkkyyfd'],
  ['օոսհցքգզլյխվ', 'onuhgpqqljxu'],
  ['ɑɓƅϲɗɖəɛɡɠɦɩıʝʞɭɱɳɲɵɸɹɾʂʈʉʋʍʏʐʑƒłđħøŧƙƿ', 'abbcddeegghiijklmnnoorrstuvwyzzfldhotkp'],
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢᴦ', 'abcdefghijklmnoprstuvwyzr'],
  ['ꭺꮯꭰꭼꮋꭻꮶꮮꮇꮲꮪꭲꮓꮍꮩꮃꮐꮖ', 'acdehjklmpsizyvwgi'],
  ['ᗩᗷᑕᗪᗴᖴᕼᒍᒪᗰᑎᑭᖇᔕᑌᐯᗯ᙭', 'abcdefhjlmnprsuvwx'],
  ['×∨√〤ㄨㄥㄒㄚ丅乂ςσϳ', 'xvvxxltytxcoj'],
  ['∅Ʒʒзᒿ୨', '033332'],
]);

/** The Latin letter or digit that a unit of a folded text only looks like. */
export function lookAlikeOf(unit: number): number | undefined {
  return unit < 0x80 || (unit >= 0x4e5a && unit <= 0x9fff) ? undefined : lookAlikes.get(unit);
}

function readLookAlikes(lists: readonly (readonly [string, string])[]): Map<number, number> {
  return new Map(
    lists.flatMap(([seen, meant]) =>
      Array.from(seen, (char, at) => [char.charCodeAt(0), meant.charCodeAt(at)] as [number, number]),
    ),
  );
}
