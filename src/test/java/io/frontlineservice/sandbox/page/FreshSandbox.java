package io.frontlineservice.sandbox.page;

import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.work.DueWork;
import io.frontlineservice.work.WorkStore;
import io.frontlineservice.worker.WorkerDirectory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.annotation.BeforeTestMethod;

/**
 * Resets the sandbox before each test of the page: no conversations, no faults, and all
 * workers signed in. Imported by {@link RunningSandbox}.
 */
@TestConfiguration(proxyBeanMethods = false)
class FreshSandbox {

	@Bean
	Settled settled(@WorkStore JdbcClient store, BeanFactory instance) {
		return new Settled(store, new DueWork(instance));
	}

	@Bean
	Slate slate(PretendTwilio twilio, WorkerDirectory directory, FaultSwitches switches, Settled settled) {
		return new Slate(twilio, directory, switches, settled);
	}

	record Slate(PretendTwilio twilio, WorkerDirectory directory, FaultSwitches switches, Settled settled) {

		@BeforeTestMethod
		public void restore() {
			for (FaultSwitch fault : FaultSwitch.values()) {
				this.switches.change(fault, false);
			}
			this.settled.await();
			this.settled.forget();
			this.twilio.reset();
			this.directory.workers().forEach((worker) -> this.twilio.signIn(worker.identity().written(), true));
		}

	}

}
