package io.frontlineservice.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A job with the behavior that a test sets; records the subjects of its runs. */
final class RecordedJob implements Job {

	private final List<String> subjects = new CopyOnWriteArrayList<>();

	private final AtomicInteger running = new AtomicInteger();

	private final AtomicInteger mostAtOnce = new AtomicInteger();

	private volatile Consumer<String> onRun = (subject) -> {
	};

	RecordedJob onRun(Consumer<String> onRun) {
		this.onRun = onRun;
		return this;
	}

	@Override
	public String name() {
		return "recorded";
	}

	@Override
	public void run(String subject) {
		this.mostAtOnce.accumulateAndGet(this.running.incrementAndGet(), Math::max);
		try {
			this.subjects.add(subject);
			this.onRun.accept(subject);
		}
		finally {
			this.running.decrementAndGet();
		}
	}

	/** The subject of each run. */
	List<String> subjects() {
		return List.copyOf(this.subjects);
	}

	int runs() {
		return this.subjects.size();
	}

	int mostAtOnce() {
		return this.mostAtOnce.get();
	}

}
