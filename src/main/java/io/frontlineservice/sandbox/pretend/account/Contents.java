package io.frontlineservice.sandbox.pretend.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contents of an account, which are the only messages that WhatsApp accepts as
 * templates. Changed by the sandbox and by tests at any time. Thread-safe.
 */
public final class Contents {

	private final Map<String, Content> all = new LinkedHashMap<>();

	public Contents() {
	}

	/** Adds a content, which replaces the one with the same SID. */
	public synchronized Contents add(Content content) {
		this.all.put(content.sid(), content);
		return this;
	}

	/** Returns the content with that SID; null if it does not exist. */
	public synchronized @Nullable Content find(String sid) {
		return this.all.get(sid);
	}

	public synchronized List<Content> all() {
		return List.copyOf(this.all.values());
	}

	public synchronized void clear() {
		this.all.clear();
	}

}
