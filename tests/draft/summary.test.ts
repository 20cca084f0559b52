import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitSentences } from '#arabic/sentences.ts';
import { tokenize } from '#arabic/tokens.ts';
import { extractDraft } from '#draft/extract.ts';
import { trimSentence } from '#draft/passes/trim-sentence.ts';

const root = resolve(import.meta.dirname, '..', '..');
const articles = join(root, 'tests/fixtures/articles');
const read = (text: string) =>
  extractDraft({ id: 'article', text, outlet: null, link: null, published: null });

const rows = parse(readFileSync(join(root, 'tests/fixtures/sentences/trims.yaml'), 'utf8')) as {
  text: string;
  kept: string;
}[];

describe('what is kept of a sentence', () => {
  it('holds at least thirty sentences', () => expect(rows.length).toBeGreaterThanOrEqual(30));
  it.each(rows)('$text', ({ text, kept }) => {
    const tokens = tokenize(text);
    const [sentence] = splitSentences(tokens);
    if (!sentence) throw new Error('no sentence');
    const { start, end } = trimSentence(tokens, sentence);
    expect(text.slice(start, end)).toBe(kept);
  });
});

describe('the summary', () => {
  const names = readdirSync(articles).filter((name) => name.startsWith('dev-') && name.endsWith('.txt'));

  it.each(names)('%s: three to five sentences in text order, none twice, no marks left open', (name) => {
    const text = readFileSync(join(articles, name), 'utf8');
    const { summary } = read(text);
    expect(summary.length).toBeGreaterThanOrEqual(3);
    expect(summary.length).toBeLessThanOrEqual(5);
    const starts = summary.map((sentence) => sentence.evidence.start);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    for (const sentence of summary) {
      expect(text).toContain(sentence.text);
      expect(sentence.text.split('«').length).toBe(sentence.text.split('»').length);
    }
  });

  it('leaves out signatures, links and calls to follow', () => {
    const post = [
      'انهيار جدار مدرسة في بلدة الفوعة شمالي سوريا وإصابة أربعة تلاميذ',
      'قال الدفاع المدني إن فرقه نقلت المصابين إلى المستشفى القريب',
      'تابعونا على تيليغرام: t.me/akhbar',
      'للاشتراك في القناة اضغط هنا',
    ].join('\n');
    const summary = read(post).summary.map((sentence) => sentence.text);
    expect(summary).toHaveLength(2);
    expect(summary.join(' ')).not.toMatch(/تابعونا|للاشتراك|t\.me/);
  });

  it('leaves out what a ministry proclaims at the end of each statement', () => {
    const article = [
      'تنفيذ حكم في مدينة الوادي',
      'أعلنت وزارة الداخلية تنفيذ حكم المحكمة في رجل قتل جاره بسبب خلاف على بئر في مدينة الوادي.',
      'وأيدت محكمة الاستئناف الحكم بعد عامين من الجلسات التي حضرها أهل القتيل جميعا.',
      'وقالت الوزارة إن أهل القتيل رفضوا التنازل عن حقهم في الجلسة الأخيرة.',
      'ووزارة الداخلية إذ تعلن عن ذلك لتؤكد للجميع حرصها على استتباب الأمن في مدينة الوادي وعقاب كل من قتل.',
    ].join('\n');
    const summary = read(article).summary.map((sentence) => sentence.text);
    expect(summary).toHaveLength(3);
    expect(summary.join(' ')).not.toContain('إذ تعلن');
  });

  it('tells where and why, too, of a story in which every side counts its dead', () => {
    const article = [
      'سبعة أيام من القتال حول مدينة الميناء',
      'قال محافظ المدينة إن 64 مدنيا قتلوا وأصيب 210 آخرون في القصف.',
      'وأعلن الجيش مقتل تسعة من جنوده وإصابة أربعين.',
      'وقالت الجماعة إن مقاتليها قتلوا 120 جنديا وأسروا 37.',
      'وأعلنت البعثة الدولية مقتل اثنين من جنودها بسقوط قذيفة على موقعهما.',
      'وأحصى المستشفى العام 31 جثة و118 جريحا منذ الأحد.',
      'واندلعت المعارك في تعز حين حاولت الجماعة قطع الطريق الذي يصل الميناء بالعاصمة.',
    ].join('\n');
    const summary = read(article).summary.map((sentence) => sentence.text);
    expect(summary).toHaveLength(5);
    expect(summary.join(' ')).toContain('اندلعت المعارك في تعز');
  });

  it('takes the news and not the teaser before it, and no sentence whose speaker stands in another', () => {
    const article = [
      'كندا: السجن 12 عاماً لمدير مصنع أُدين بتلويث نهر',
      'سنوات طويلة انتظر الصيادون هذه اللحظة. لكن الطريق لم ينته بعد.',
      'قضت محكمة في مدينة ريجاينا مساء أمس بالسجن 12 عاماً على مدير المصنع السابق بعدما أُدين بتلويث النهر.',
      'ورحب رئيس رابطة الصيادين بالحكم الذي صدر على مدير المصنع.',
      'وقال إن الرابطة ستطلب تعويضاً عن كل قارب توقف عن العمل في النهر.',
      'ويعيش على ضفاف النهر نحو أربعين ألف شخص يعملون في الصيد والزراعة.',
      'وأغلقت السلطات المصنع قبل عامين بعدما نفقت الأسماك في النهر.',
      'وتدرس الحكومة إقامة محطة لتنقية مياه النهر قرب المصنع.',
    ].join('\n');
    const summary = read(article).summary.map((sentence) => sentence.text);
    expect(summary.join(' ')).toContain('قضت محكمة في مدينة ريجاينا');
    expect(summary.join(' ')).not.toContain('الرابطة ستطلب');
  });
  it('takes what stands alone before what points back or hides its speaker', () => {
    const article = [
      'حريق يلتهم مخزن أخشاب في ضاحية المدينة',
      'التهم حريق كبير مخزنا للأخشاب في الضاحية الغربية للمدينة فجر الأربعاء.',
      'وقال قائد فرق الإطفاء سالم بدران إن النيران اندلعت في الطابق الأرضي.',
      'وأوضح أن الفرق أخلت ثلاثة مبان مجاورة من سكانها.',
      'أدى ذلك إلى إغلاق الشارع الرئيسي ساعات طويلة أمام السيارات.',
      'أما المدارس القريبة من المخزن فقد أغلقت أبوابها خوفا من الدخان.',
      'وفتحت النيابة تحقيقا في أسباب الحريق وفي رخصة المخزن.',
      'وقدرت غرفة التجارة الخسائر بنحو مليوني دينار.',
    ].join('\n');
    const summary = read(article).summary.map((sentence) => sentence.text);
    expect(summary.join(' ')).toContain('قدرت غرفة التجارة');
    expect(summary.join(' ')).not.toMatch(/أوضح أن|أدى ذلك|أما المدارس/);
  });

  it('tells one toll once, and the tolls of two places twice', () => {
    const once = [
      'غرق مركب صيد قبالة الساحل',
      'غرق مركب صيد يقل عشرين شخصا قبالة الساحل الشرقي للجزيرة مساء الاثنين، ولقي سبعة منهم حتفهم.',
      'وقال حرس السواحل إن سبعة أشخاص لقوا حتفهم حين غرق المركب قبالة الجزيرة.',
      'وتشارك طائرتان وثلاثة زوارق في البحث عن ناجين.',
      'وأعلن الحاكم الحداد ثلاثة أيام في مدن الجزيرة كلها.',
      'وطالبت النقابة بفحص المراكب القديمة قبل كل موسم.',
    ].join('\n');
    expect(read(once).summary.filter(({ text }) => text.includes('سبعة'))).toHaveLength(1);
    const within = [
      'اشتباكات في الجنوب',
      'قتل 40 شخصا على الأقل في اشتباكات عنيفة بين قبيلتين في جنوب ليبيا منذ أسبوع.',
      'وقال مسؤول في سبها إن 40 شخصا على الأقل قتلوا في الاشتباكات العنيفة.',
      'ودعا الأعيان القبيلتين إلى وقف القتال وفتح الطرق أمام سيارات الإسعاف.',
      'وأغلقت المدارس أبوابها في ثلاث بلدات وانقطعت الكهرباء عنها.',
      'ويعيش كثير من السكان من تجارة المواشي مع دول الجوار.',
    ];
    expect(read(within.join('\n')).summary.filter(({ text }) => text.includes('40'))).toHaveLength(1);
    const twice = [
      'يوم دام على الطرق',
      'لقي أربعة أشخاص مصرعهم في تصادم سيارتين على طريق صحراوي قرب الفيوم.',
      'ولقي أربعة أشخاص مصرعهم في انقلاب حافلة على طريق زراعي قرب دمنهور.',
      'ودعت إدارة المرور السائقين إلى تخفيف السرعة في الضباب.',
    ].join('\n');
    expect(read(twice).summary.filter(({ text }) => text.includes('أربعة'))).toHaveLength(2);
  });

  it('cuts what a speaker goes on to say where the quotation does not end', () => {
    const article = [
      'النادي يمدد عقد مدربه',
      'أعلن رئيس النادي كمال سعيد تمديد عقد المدرب عامين آخرين بعد مفاوضات طويلة، وقال: "سعيد بهذا القرار. المدرب يعرف الفريق',
      'ويبدأ المعسكر الصيفي للفريق بعد أسبوعين في الجبل الأخضر.',
      'ويلتقي الفريق في أولى مبارياته مع اتحاد الساحل على ملعبه.',
    ].join('\n');
    const [first] = read(article).summary;
    expect(first?.text).toBe('أعلن رئيس النادي كمال سعيد تمديد عقد المدرب عامين آخرين بعد مفاوضات طويلة');
  });

  it('knows a caption, a link to the story and a verse for no part of it', () => {
    const article = [
      'تدشين جسر جديد فوق الوادي الكبير',
      'وزير النقل يقص شريط الجسر',
      'دشن وزير النقل أمس جسرا جديدا فوق الوادي الكبير يصل شطري المدينة.',
      'ويبلغ طول الجسر سبعمئة متر وبلغت كلفته ستين مليون دينار.',
      'وقالت البلدية إن الجسر يخفف الزحام عن وسط المدينة بنسبة الثلث.',
      'قال تعالى: (فإن مع العسر يسرا إن مع العسر يسرا فإذا فرغت فانصب وإلى ربك فارغب).',
      'رابط الخبر في صحيفة الضفة: تدشين جسر جديد فوق الوادي الكبير',
    ].join('\n');
    const summary = read(article).summary.map((sentence) => sentence.text);
    expect(summary).toHaveLength(3);
    expect(summary.join(' ')).not.toMatch(/يقص شريط|قال تعالى|رابط الخبر/);
  });

  it('does not end a sentence within letters that full stops part', () => {
    const article = 'توقيع العقد\nدعت شركة الطاقة (إس.بي.إم) عمالها إلى العودة إلى المصنع صباح الأحد.';
    expect(
      read(article)
        .summary.map(({ text }) => text)
        .join(' '),
    ).toContain('(إس.بي.إم) عمالها');
  });

  it('stands under a headline without its label', () => {
    const article = [
      'بالصور: سيول تغمر السوق القديمة في الحديدة',
      'غمرت السيول السوق القديمة في مدينة الحديدة مساء السبت وأتلفت بضائع مئات التجار.',
      'وطلبت الغرفة التجارية تعويضات من الحكومة.',
    ].join('\n');
    expect(read(article).headline?.text).toBe('سيول تغمر السوق القديمة في الحديدة');
  });

  it('takes the news of a post and not the label or the line that announces it', () => {
    const headlineOf = (...lines: string[]) => read(lines.join('\n')).headline?.text;
    expect(headlineOf('تصحيح | عدد المصابين في حريق السوق سبعة')).toBe('عدد المصابين في حريق السوق سبعة');
    expect(headlineOf('#تحديث ارتفاع عدد المصابين في حريق السوق إلى تسعة')).toBe(
      'ارتفاع عدد المصابين في حريق السوق إلى تسعة',
    );
    expect(headlineOf('عاجل سقوط شظايا قرب مطار المدينة')).toBe('سقوط شظايا قرب مطار المدينة');
    expect(headlineOf('بيان صادر عن إدارة السدود', 'إغلاق الطريق أسفل السد حتى إشعار آخر')).toBe(
      'إغلاق الطريق أسفل السد حتى إشعار آخر',
    );
    expect(headlineOf('🔴 غرفة العمليات في الميناء:', '- إنقاذ ستة بحارة قبالة الساحل')).toBe(
      'إنقاذ ستة بحارة قبالة الساحل',
    );
    expect(headlineOf('#المكلا | تغطية مباشرة', 'وصول قوارب الإنقاذ إلى الرصيف الغربي')).toBe(
      'وصول قوارب الإنقاذ إلى الرصيف الغربي',
    );
    expect(headlineOf('حرائق في تلال الساحل:', '- إخلاء ثلاث قرى')).toBe('حرائق في تلال الساحل');
    expect(headlineOf('بيان صادر عن إدارة السدود')).toBe('بيان صادر عن إدارة السدود');
    expect(headlineOf('تحديث خرائط الملاحة في الميناء الشرقي')).toBe('تحديث خرائط الملاحة في الميناء الشرقي');
  });

  it('holds each toll of a list, short as its line is', () => {
    const summary = read(
      [
        '#اليمن',
        '-اعتقال 6مطلوبين في تعز',
        '-إصابة 4 صيادين في المخا',
        '-انهيار سور مدرسة قديمة في عدن',
      ].join('\n'),
    ).summary.map(({ text }) => text);
    expect(summary).toEqual([
      'اعتقال 6مطلوبين في تعز',
      'إصابة 4 صيادين في المخا',
      'انهيار سور مدرسة قديمة في عدن',
    ]);
  });

  it('leaves the headline of a short article out where the text tells the same toll with where and when', () => {
    const summary = read(
      [
        'وفاة 5 وإصابة 2 في اصطدام بجمل',
        'توفي خمسة ركاب وأصيب اثنان في اصطدام سيارتهم بجمل على طريق السليل مساء الجمعة.',
        'ونقل الهلال الأحمر المصابين إلى المستشفى العام.',
      ].join('\n'),
    ).summary.map(({ text }) => text);
    expect(summary[0]).toContain('على طريق السليل مساء الجمعة');
    expect(summary).toHaveLength(2);
  });

  it('tells the toll of a post in a line of two words, and a headline in two parts as one', () => {
    expect(
      read(
        ['حريق في غابة #تيبازة 💔', '▪️ وفاة 14', '▪️ إجلاء سكان القرى القريبة من الغابة'].join('\n'),
      ).summary.map(({ text }) => text),
    ).toEqual(['حريق في غابة #تيبازة', 'وفاة 14', 'إجلاء سكان القرى القريبة من الغابة']);
    expect(
      read('بعد يومين من البحث.. العثور على الصيادين الأربعة أحياء').summary.map(({ text }) => text),
    ).toEqual(['بعد يومين من البحث.. العثور على الصيادين الأربعة أحياء']);
  });

  it('keeps the lead whose noun is written like a verb of saying, or whose marks are of the wrong kind', () => {
    const rest = [
      'وأغلقت الجامعة أبوابها يومين حدادا على الضحايا وأجلت الامتحانات أسبوعا.',
      'وتعهدت البلدية بإصلاح الجسر القديم قبل بداية الفصل الدراسي المقبل.',
      'وزار المحافظ بيوت العائلات في القرى الثلاث المحيطة بالوادي.',
    ];
    const student = [
      'حادث على جسر الوادي',
      'لقي طالب كيني مصرعه في سقوط حافلة من جسر الوادي مساء الأحد.',
      ...rest,
    ];
    expect(read(student.join('\n')).summary[0]?.text).toContain('لقي طالب كيني مصرعه');
    const meanwhile = [
      'حادث على جسر الوادي',
      'في وقت تشهد فيه المنطقة أمطارا غزيرة، قتل ثلاثة ركاب في سقوط حافلة من جسر الوادي مساء الأحد.',
      ...rest,
    ];
    expect(read(meanwhile.join('\n')).summary[0]?.text).toContain('قتل ثلاثة ركاب');
    const marks = [
      'حادث على جسر الوادي',
      'قتل ثلاثة ركاب في سقوط حافلة من جسر الوادي، وقال الناطق لـ”صوت الوادي” إن السائق نجا.',
      ...rest,
    ];
    expect(read(marks.join('\n')).summary[0]?.text).toContain('قتل ثلاثة ركاب');
  });

  it('is short and honest for a headline alone', () => {
    expect(read('انقطاع المياه عن الأحياء الشرقية').summary.length).toBeLessThanOrEqual(1);
    expect(read('').summary).toEqual([]);
  });
});
