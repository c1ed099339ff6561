package org.engageconnector.platformsdk;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * A method or constructor of the SDK. Numbers are given as what it takes, be it int, Integer, long or Long. What it throws is
 * passed on as it is.
 */
final class Call {

    private final MethodHandle handle;
    private final Class<?>[] parameters;
    private final Class<?> returns;
    private final boolean bound;

    private Call(MethodHandle handle, Class<?>[] parameters, Class<?> returns, boolean bound) {
        int all = parameters.length + (bound ? 1 : 0);
        this.handle = handle.asType(MethodType.genericMethodType(all)).asSpreader(Object[].class, all);
        this.parameters = parameters;
        this.returns = returns;
        this.bound = bound;
    }

    static Call of(Method method) throws IllegalAccessException {
        return new Call(
                MethodHandles.publicLookup().unreflect(method),
                method.getParameterTypes(),
                method.getReturnType(),
                !Modifier.isStatic(method.getModifiers()));
    }

    static Call of(Constructor<?> constructor) throws IllegalAccessException {
        return new Call(
                MethodHandles.publicLookup().unreflectConstructor(constructor),
                constructor.getParameterTypes(),
                constructor.getDeclaringClass(),
                false);
    }

    /** What it gives. */
    Class<?> returns() {
        return returns;
    }

    /** The type of a parameter. */
    Class<?> parameter(int index) {
        return parameters[index];
    }

    /** @param target {@code null} for a static method or a constructor */
    Object on(Object target, Object... arguments) throws Throwable {
        int first = bound ? 1 : 0;
        Object[] all = new Object[arguments.length + first];
        if (bound) {
            all[0] = target;
        }
        for (int i = 0; i < arguments.length; i++) {
            all[first + i] = fit(parameters[i], arguments[i]);
        }
        return handle.invokeExact(all);
    }

    private static Object fit(Class<?> type, Object value) {
        if (value instanceof Number number) {
            if (type == int.class || type == Integer.class) {
                return number.intValue();
            } else if (type == long.class || type == Long.class) {
                return number.longValue();
            }
        }
        return value;
    }
}
