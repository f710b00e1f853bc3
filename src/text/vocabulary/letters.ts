/** The digits of the two tables below: 0 to 63. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

/**
 * How seldom one letter follows another in names, in quarters of a bit: rows and columns are a to z,
 * any number, and what parts two words. Counted in the 77,000 identifiers of the 430 packages that this
 * repository's tools consist of, and in the eight European languages of TypeScript's messages.
 */
const FOLLOWING =
  'AlfiCsjDnArchfCkKcfamstuou_gcuvwcxxDfhDbtzdwQgkxdOFKjM_deAoydBPcjyhgCA9BBiudlQGIpu_f' +
  'fxrl7syHeGFpBwhuJrnwmDFCqB_6kvihtlpCvAwlkdBppcdgzrwjqA_8evuufiF_7PRhCtcM_inkiALOqL_b' +
  'mEAF7GomfWMkpfnJWijojEQQzG_8ayCE8BOQgRDtqxdDJlphoLFOtN_8kqhiiliHDKthj9cnBjeeEnHsBl_j' +
  'gDwu6ESHh_AEurgCwL7pmymLUIXfhBtv6DvDgEMkAniBJsiknCy_uJ_7ctyk9yyGaNqgwxewQFnhiqCTnP_b' +
  'ajDw7ADNfQDnjvgd_FlyoHQLyG_dfFhffmfFiEsstrhuHCfamqEPsC_9smkfAqqJrvlih8pgRalkinkryv_h' +
  'aGBq9AIskSAgzAckZbqfkBIPyO_eEExCBCGTy_VrAyECuAtG1KAWKZWhdBoo8woIe_qrnneAMjiglsBRly_a' +
  'mFjBcyEmfHrsxzjkDCgbjDvvnB_7eLrAaxJicYIuyBguTgjlnLAGhH_7lkklepmEitwdhcsh_dgeBDFCzu_d' +
  '7DvA5JBDc_IxHvjL_urCtJ_RpF_fbBAteHGmbDwqFgbA_gjtBQyFmy_9pykwjuMyj__BoJt8HIy9CERDqR_6' +
  'nrozqzxHoCxojhq9_wjpzzlUKw_4cysq6GtBeBuptjbsKyquiAqOjp-gQ-TUNYYZQ__TWRRU_QRPV___-__0' +
  'gjehhimogsqkjjjgwhfgjnntAsi_';

/** Which three letters stand in a row in at least two of their words; a bit for each, aaa to zzz. */
const TRIPLES =
  '_000YvimRDLJN_Z_d_qKe0cxF1pBL54hnq0nUU1p46mQhSuY_Z_nvRJ7Rvv_d0021lCK7100gM_Z_TZSffnrvuJr' +
  'oUEpACeBgr404hj0XAD7IhuYBj_UNhAw0Bgi4Mc190__zbi306040001042Y5qe860g01400chh040101h440Y4P' +
  '-v00800000khhMkB9z1h4w4VTeek0000g0400000018y00000YD_uQb100V665k300M___zD0100g00MvZXT_SLn' +
  '7hgkMsFXnhc45A000g41Ng_RLv60wm00001lA44howsg4prlvZH31000001000010gyB0M4I1g__HrZji2ML1FM_' +
  'AA0-___-f901g4w04g00gvY_P100541igg511hh4404hgsAnZWD14Ak000gg5xpxly46w9g2kl_qO10404hg2000' +
  '00wMy24hg0QrYW3vSK5ZrvuYvZ_NLMHz-jiugkVVhhAA6Zfu-i6NN2tABvYr_YRcZP1_T_vX6LSNIFV1kwolYv_-' +
  'ZTZ_PtTD_zlDeq69VhhAK1RpMcMs9j4tRfk_of-Ue000_200ki00gL_U0_Aw1010000000TVOz200000000hA460' +
  '008g00104CK500w000000h4544pAakA8q0gzy3i1000400000000g0004001eJH34000g01101440Zf_ff0100h4' +
  'w00128MvUVT00000100g41hghw034hkkg2UX610w00000g41z1Xldrm903g4XXgg0000g000000000804g00wr_W' +
  'P1w440p0040110vQPH2gg0040000000Y7K-0000080014hMsk4g10hA04Ej--p80i00000Ahqs058w1jCB3EyIa0' +
  '4000g0001000w30O0g000UQuKUlFV1n-K7TlWuM_-XLNAB7ltvu840F0U4204hg0g59N1_T7nZlSmY__PT8wHn4r' +
  'PK00001vTLnYX_tsTZVN20334hogk411gh4524hi4gmFlx4Uzr20200000gg044MEfIc00000000000001MM0000' +
  '0000000100g04441g0A0xo70000000000000cCcD310000Og0000010184000000000000wh-WOg0404No0k811g' +
  'qCH31g20g40800000M3Ked000000004hggg4800h440M0fS5009000044hggk79zPhADf1wKeg4100p000000001' +
  'gw0g000UQL_v419gh6A4splnM__-_g4450hiug00h0_N_rj0040401g_5d77pgig41hgfh_v7b0200001g200khO' +
  '9sBVphv_Hz7h00g01100000MhIc94001eZLHzhii04100h40xY__ft0100h0104000gn-YV0000Qgogg7F01h447' +
  '0hw00XPXDNCA71000g0010t5870hk60CWVMg0000000000004gx1400gwP_WThA45AVjuYk9Xl____7hiiMDpXNh' +
  '044YL__u40g1lAA7Bhgsk4111h4A6_r_-p0p9900044hg8gLZT5ZDLnvx-euk9p0h4A00000g1g04h456M0HaM7X' +
  'VhtS67_h_-daMo8MAA74lqu44910s0y32hs4M4pV1vB7fdhYsQ___TaMH3srXuc0001_T_vnp_usDJXhuzHbChpi' +
  'Q4FVhW6cc114ggnZPleTXn7gg2gw311h040Qlvvp4x10g0w04hQ6k7VXO0000g4g0g4xNhh0404hMgAn_XDtAI41' +
  '000g5xhPl6274pgmA4HW0g000400200000000j0g0000000000040gg0001000g00000000w0000000000000000' +
  '000100000001000000000080000000000080100004hg00000004w00000000000000U___Zc1F9hKA5_rvnV___' +
  'ThA454hi-g45h1_V_f3000ge9Nhp4c2Bhikg6hNh__L_7pim00001TCcnRVOpYLVXP-_L3fhpgg41p90010snBIp' +
  '4x1l-__L312ggBVrph4A4Y_L_v4191h4w1shOqM_YXWh4054hqmk6xhjh4464h00QfVWThCA4o02kg7011tCdnQv' +
  '__Rt_W4k1444h02080001x3hk1joAvZX_10A0koMkk6110__X_6hgA04980hQD7Z7_Lc00g0hA44Ahk4k4Fz0h44' +
  '0Vs_-pE8p10004kjqkY7J_DVCI5ZNLKY4010h4A0000809sy6gw06YkeeM7_XglS47_nMmE7UUzXBwv6tkug40Eg' +
  'uxzb4hg8g19V1ZQf7Yn-kY___D00wuQt-u40000_QLf_v-vZLFXR04104hg0g400w040245igg59hNeIHf600400' +
  '000h400QVfuc00000000w0g0gnUVy00004000k41x000014hg443LWP00w00000g41w0k6470100042900400000' +
  '0000006PHf20g0wPLWM040400g08008wrJzh200000000h400Q3re000g004004h0000000hC4hFE2u109000000' +
  '4gg0g44ywh4000w020000000000000wn-VA0140U54qga100py40oj020bgo0R0x00000g00w0ux730000000000' +
  '4004g2000000w0GG4hi60000100000My00kFp10w00000000000000w000000000eOH17hgi4AbFwh4w0Y0ffu01' +
  '81gw2400i20fYo000314hi2g4d11jAf4khg842Ia1rTLf1000g4110lQ0j7pvM40kMwh0404ooi400000w004104' +
  'wP_WC104051igs4x8NfZHn300000911g000QT-K10100hAA45hg0g4100h44094GS14190000401g0g010wh0000' +
  'Cv6p400gh4A020000hSW410400';

const SIZE = 28;
const LETTERS = 26;

/**
 * How unlikely it is that somebody made `words` up to be read, in bits for each character.
 *
 * @param words of ASCII letters in lower case, or of digits
 */
export function costOf(words: readonly string[]): number {
  const text = `|${words.join('|')}|`.replace(/\d+/g, '0');
  let cost = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    cost += DIGITS.indexOf(FOLLOWING.charAt(SIZE * rank(text, i) + rank(text, i + 1))) / 4;
  }
  return cost / Math.max(1, words.join('').length);
}

/** How many three letters in a row `words` have, and how many of these no other words have. */
export function oddTriples(words: readonly string[]): {
  readonly all: number;
  readonly odd: number;
} {
  let [all, odd] = [0, 0];
  for (const word of words) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (let i = 0; i + 2 < word.length; i++) {
      const at = (rank(word, i) * LETTERS + rank(word, i + 1)) * LETTERS + rank(word, i + 2);
      const bits = DIGITS.indexOf(TRIPLES.charAt(Math.floor(at / 6)));
      all++;
      if (((bits >> (at % 6)) & 1) === 0) odd++;
    }
  }
  return { all, odd };
}

function rank(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? LETTERS : LETTERS + 1;
}
