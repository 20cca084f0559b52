import exonyms from '#arabic/data/exonyms.json' with { type: 'json' };
import type { Random } from '#tests/brief/misspell.ts';

/** Words of every kind that have nothing to do with Kazakhstan, Russia or who speaks there. */
const WORDS = `
  كتاب مدرسة طماطم سيارة روتين رياضة كرة هدف مباراة دواء مستشفى طبيب مهندس شاعر رواية قصيدة فيلم ممثل مخرج أغنية لحن
  بحر نهر جبل صحراء مطر ثلج عاصفة زلزال بركان فيضان حريق إعصار جفاف حرارة برودة شمس قمر نجم كوكب فضاء صاروخ قمح شعير
  زيت زيتون تمر نخيل عنب تفاح برتقال موز حليب جبن خبز لحم دجاج سمك ملح سكر قهوة شاي ماء عصير مطعم فندق سوق متجر بنك
  مصرف قرض دين سهم سند عملة دينار درهم ريال جنيه ليرة دولار يورو ذهب فضة نحاس حديد فولاذ خشب ورق زجاج قطن حرير صوف
  رجل امرأة طفل طفلة شاب فتاة أب أم أخ أخت عم خال جد جدة زوج زوجة عروس عريس صديق عدو جار ضيف معلم تلميذ طالب جامعة
  كلية قسم درس امتحان شهادة وظيفة عمل عامل نقابة إضراب أجر راتب معاش تقاعد ضريبة رسوم جمارك ميناء مطار قطار حافلة دراجة
  شارع جسر نفق طريق بيت شقة غرفة باب نافذة سقف جدار حديقة شجرة زهرة ورد عشب أرض تراب رمل حجر نار دخان غبار هواء ريح
  أسد نمر فيل ذئب ثعلب كلب قط حصان جمل بقرة خروف ماعز طائر نسر صقر حمامة دجاجة نحلة نملة فراشة عنكبوت أفعى سلحفاة ضفدع
  حاسوب هاتف شاشة لوحة فأرة طابعة كاميرا صورة مقطع رابط موقع حساب رسالة بريد برنامج تطبيق لعبة نظام شبكة خادم قاعدة بيانات
  football weather music garden kitchen window computer holiday doctor teacher student library museum theatre cinema
  football recipe butter cheese coffee orange banana tomato potato pepper sugar flour bicycle railway airport harbour
  bonjour merci voiture maison cuisine fromage musique cinema histoire sante marche sport hello world please thanks
  salam marhaba shukran habibi yalla kitab madrasa sayyara qahwa mat3am 7abibi sa7ra 3arabi 9adiq
`
  .trim()
  .split(/\s+/);

/** Names of the world with no brief: all countries and cities but those of the story. */
const NAMES = exonyms
  .filter(({ country }) => country !== 'KZ' && country !== 'RU')
  .flatMap(({ arabic, latin }) => [...arabic, ...latin]);

const LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويabcdefghijklmnopqrstuvwxyz0123456789'];

export function unrelatedWords(count: number, random: Random): string[] {
  const noise = () => Array.from({ length: 2 + random.integer(11) }, () => random.pick(LETTERS)).join('');
  const words = [...WORDS];
  while (words.length < count) words.push(random.integer(4) === 0 ? noise() : random.pick(NAMES));
  return words.slice(0, count);
}
