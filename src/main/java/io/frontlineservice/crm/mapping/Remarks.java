package io.frontlineservice.crm.mapping;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.mapping.Remark.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects the remarks on one record. Not thread-safe. */
final class Remarks {

	static final String NO_WORKER = "there is no worker: only workers who see all customers see this one";

	private final List<Remark> remarks = new ArrayList<>(0);

	void add(String text) {
		this.remarks.add(new Remark(Kind.OTHER, text));
	}

	void noWorker() {
		this.remarks.add(new Remark(Kind.NO_WORKER, NO_WORKER));
	}

	void unusableAddress(ChannelType channel, String reason) {
		this.remarks
			.add(new Remark(Kind.UNUSABLE_ADDRESS, "the " + channel.wireName() + " channel is left out: " + reason));
	}

	List<Remark> toList() {
		return List.copyOf(this.remarks);
	}

}
