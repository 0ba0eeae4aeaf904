package io.frontlineservice.worker;

import java.time.LocalDateTime;
import java.util.List;

/**
 * When a worker works, week after week. Made by {@link WorkingHoursReader}, part of a
 * {@link Profile}. Immutable.
 *
 * @param spans the spans of time of a week, none of which overlap
 */
public record WorkingHours(List<WeeklySpan> spans) {

	public WorkingHours {
		spans = List.copyOf(spans);
	}

	/** Whether the worker works then, by the clock of where they are. */
	public boolean include(LocalDateTime time) {
		return this.spans.stream().anyMatch((span) -> span.includes(time));
	}

}
