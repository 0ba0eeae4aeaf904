package io.frontlineservice.worker;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The weekly working hours of a worker. Read by {@link WorkingHoursReader}, part of a
 * {@link Profile}. Immutable.
 *
 * @param spans the spans of a week, which do not overlap
 */
public record WorkingHours(List<WeeklySpan> spans) {

	public WorkingHours {
		spans = List.copyOf(spans);
	}

	/**
	 * Returns whether the worker works at that time.
	 * @param time the local time in the worker's time zone
	 */
	public boolean include(LocalDateTime time) {
		return this.spans.stream().anyMatch((span) -> span.includes(time));
	}

}
