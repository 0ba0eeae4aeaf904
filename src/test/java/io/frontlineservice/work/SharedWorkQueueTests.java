package io.frontlineservice.work;

import io.frontlineservice.TestPostgres;
import java.util.List;

/** The queue over PostgreSQL, which several instances share. */
class SharedWorkQueueTests extends WorkQueueContract {

	@Override
	String url() {
		return TestPostgres.newDatabase();
	}

	@Override
	List<TestQueue> instances(String url) {
		return List.of(instance(url, job()), instance(url, job()));
	}

}
