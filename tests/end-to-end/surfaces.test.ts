import { describeSurface } from '#tests/contracts/surface.ts';
import { discordSurface } from '#tests/fakes/surfaces/discord.ts';
import { telegramSurface } from '#tests/fakes/surfaces/telegram.ts';
import { webSurface } from '#tests/fakes/surfaces/web.ts';

describeSurface('Telegram', { severalEditors: true }, telegramSurface);
describeSurface('Discord', { severalEditors: true }, discordSurface);
describeSurface('the web chat', { severalEditors: false }, webSurface);
