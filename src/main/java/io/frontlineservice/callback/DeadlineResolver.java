package io.frontlineservice.callback;

import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Starts the {@link Deadline} argument of a handler. Called by Spring MVC. */
final class DeadlineResolver implements HandlerMethodArgumentResolver {

	private final Duration budget;

	DeadlineResolver(Duration budget) {
		this.budget = budget;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Deadline.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return Deadline.in(this.budget);
	}

}
