package io.frontlineservice.load;

import java.util.List;

/**
 * How long some things took. Used by {@link CrmLimitRun}. Immutable.
 *
 * @param nanos the times, the shortest first
 */
record Times(List<Long> nanos) {

	Times {
		nanos = nanos.stream().sorted().toList();
	}

	int count() {
		return this.nanos.size();
	}

	/** The median, the 99th percentile and the longest time, in that unit. */
	String text(String unit) {
		return this.nanos.isEmpty() ? "-"
				: "p50 %s, p99 %s, longest %s".formatted(at(0.5, unit), at(0.99, unit), at(1, unit));
	}

	private String at(double share, String unit) {
		double nanosOfUnit = unit.equals("s") ? 1e9 : 1e6;
		return "%.1f %s".formatted(this.nanos.get((int) Math.ceil(share * count()) - 1) / nanosOfUnit, unit);
	}

}
