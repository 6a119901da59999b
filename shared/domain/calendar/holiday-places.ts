/** Places whose public holidays are known (holiday-table.ts); the ids stand in documents and never change. */
export const holidayPlaces = ['cn', 'de', 'gb', 'id', 'jp', 'us'] as const
export type HolidayPlace = (typeof holidayPlaces)[number]

export const isHolidayPlace = (value: unknown): value is HolidayPlace =>
  holidayPlaces.some((place) => place === value)
