package io.frontlineservice.address;

import org.jspecify.annotations.Nullable;

/**
 * The result of reading one number. Made by {@link NumberReader}.
 *
 * @param number the number in E.164, or null if the text cannot be used
 * @param remark why the text cannot be used, or what is doubtful about it; null if there
 * is no doubt
 * @param valid whether the number is in a range that is in use
 * @param complete whether it has its country code or trunk prefix, so that it cannot be a
 * part of another number
 */
record NumberReading(@Nullable String number, @Nullable String remark, boolean valid, boolean complete) {

	static NumberReading of(String number) {
		return new NumberReading(number, null, true, true);
	}

	static NumberReading unusable(String remark) {
		return new NumberReading(null, remark, false, false);
	}

	NumberReading withRemark(String remark) {
		return new NumberReading(this.number, remark, this.valid, this.complete);
	}

	NumberReading asIncomplete() {
		return new NumberReading(this.number, this.remark, this.valid, false);
	}

	AddressReading toAddress(ChannelType channel) {
		return new AddressReading((this.number != null) ? Address.of(channel, this.number) : null, this.remark);
	}

}
