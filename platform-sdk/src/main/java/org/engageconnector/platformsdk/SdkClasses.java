package org.engageconnector.platformsdk;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The classes of the site's folder, in a loader that sees nothing of ours: the site's Netty, logging and ours stay apart. Finds
 * members by name, whatever the case, and by their number of parameters; remembers what was not there. Not thread-safe while
 * things are looked up; that happens once.
 */
final class SdkClasses implements AutoCloseable {

    private final SdkFolder folder;
    private final URLClassLoader loader;
    private final List<Missing> missing = new ArrayList<>();

    SdkClasses(SdkFolder folder) {
        this.folder = folder;
        this.loader = new URLClassLoader(
                "platform-sdk",
                folder.jars().stream().map(SdkClasses::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    private static URL url(java.nio.file.Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new PlatformSdkException(jar + " cannot be used as a jar", e);
        }
    }

    ClassLoader loader() {
        return loader;
    }

    /** What was not there, the worst first. */
    List<Missing> missing() {
        return missing.stream()
                .distinct()
                .sorted(Comparator.comparing(Missing::stops).reversed())
                .toList();
    }

    void lacks(String member, Need need) {
        missing.add(new Missing(member, need.stops(), need.lost()));
    }

    /** A class by its full name; {@code null} when there is none. */
    Class<?> find(String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** The same; noted when there is none. */
    Class<?> type(String name, Need need) {
        Class<?> found = find(name);
        if (found == null) {
            lacks(name, need);
        }
        return found;
    }

    /** A class of that simple name anywhere below a package; {@code null} when there is none. */
    Class<?> anywhere(String under, String simpleName) {
        for (String name : folder.named(under, simpleName)) {
            Class<?> found = find(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * A method; {@code null}, and noted, when there is none.
     *
     * @param kinds what each parameter must take: {@code int} for any whole number, Object for whatever
     */
    Call method(Class<?> type, String name, Need need, Class<?>... kinds) {
        Call found = type == null ? null : find(type, name, kinds);
        if (type != null && found == null) {
            lacks(type.getSimpleName() + "." + name, need);
        }
        return found;
    }

    /** A constructor; {@code null}, and noted, when there is none. */
    Call constructor(Class<?> type, Need need, Class<?>... kinds) {
        if (type == null) {
            return null;
        }
        try {
            for (Constructor<?> constructor : type.getConstructors()) {
                Call found = takes(constructor, kinds) ? call(constructor) : null;
                if (found != null) {
                    return found;
                }
            }
        } catch (LinkageError halfOfTheJars) {
            lacks(halfOfTheJars.getMessage().replace('/', '.'), need);
        }
        lacks(type.getSimpleName() + "(" + kinds.length + " parameters)", need);
        return null;
    }

    /** A public method by name without case; {@code null} when there is none. */
    static Call find(Class<?> type, String name, Class<?>... kinds) {
        for (Method method : methods(type)) {
            boolean callable = !method.isBridge()
                    && Modifier.isPublic(method.getDeclaringClass().getModifiers());
            if (callable && method.getName().equalsIgnoreCase(name) && takes(method, kinds)) {
                Call found = call(method);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Its public methods; none where the folder lacks a class that they name. */
    static Method[] methods(Class<?> type) {
        try {
            return type.getMethods();
        } catch (LinkageError halfOfTheJars) {
            return new Method[0];
        }
    }

    private static boolean takes(Executable executable, Class<?>[] kinds) {
        Class<?>[] parameters = executable.getParameterTypes();
        boolean takes = parameters.length == kinds.length;
        for (int i = 0; takes && i < kinds.length; i++) {
            takes = takes(parameters[i], kinds[i]);
        }
        return takes;
    }

    private static boolean takes(Class<?> parameter, Class<?> kind) {
        if (kind == int.class) {
            return List.of(int.class, Integer.class, long.class, Long.class).contains(parameter);
        }
        if (kind == boolean.class) {
            return parameter == boolean.class || parameter == Boolean.class;
        }
        return kind == Object.class || parameter.isAssignableFrom(kind);
    }

    /** Hidden by a module or a non-public class is as good as absent. */
    private static Call call(Executable executable) {
        try {
            return executable instanceof Method method ? Call.of(method) : Call.of((Constructor<?>) executable);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
